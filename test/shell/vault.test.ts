import { describe, expect, it } from 'vitest'
import { createVault, type KeyStore } from '../../electron/shell/vault.ts'
import { FailureError } from '../../shared/failure.ts'

type Faked = Partial<KeyStore> & { readonly backend?: string; readonly mark?: string }

/** A key store that reverses what it is given; its letters and its backend are set by the test. */
function fakeStore({ backend = 'gnome_libsecret', mark = 'v11', ...instead }: Faked = {}): KeyStore {
  return {
    isAsyncEncryptionAvailable: async () => true,
    getSelectedStorageBackend: () => backend as ReturnType<KeyStore['getSelectedStorageBackend']>,
    encryptStringAsync: async (text) => Buffer.from(mark + [...text].reverse().join('')),
    decryptStringAsync: async (bytes) => {
      if (bytes.toString().slice(0, 3) !== mark) throw new Error('Error while decrypting the ciphertext provided.')
      return { result: [...bytes.toString().slice(3)].reverse().join(''), shouldReEncrypt: false }
    },
    ...instead,
  }
}

const vaultOf = (store: KeyStore, platform: NodeJS.Platform = 'linux', patienceMs = 1_000) =>
  createVault({ keyStore: store, platform, now: () => 1_700_000_000_000, patienceMs })

const never = () => new Promise<never>(() => {})
const failure = async (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'no failure',
    (error: unknown) => (error instanceof FailureError ? error.failure : error),
  )

describe('what the key store is worth', () => {
  it.each([
    ['linux', 'gnome_libsecret', 'v11', 'protected'],
    ['linux', 'kwallet6', 'v11', 'protected'],
    ['linux', 'basic_text', 'v10', 'weak'],
    ['linux', 'unknown', 'v10', 'weak'],
    // The name promises a keyring, the letters tell that the built-in key was used after all.
    ['linux', 'gnome_libsecret', 'v10', 'weak'],
    ['darwin', '', 'v10', 'protected'],
    ['win32', '', 'v10', 'protected'],
  ] as const)('%s with %s and %s: %s', async (platform, backend, mark, kind) => {
    expect(await vaultOf(fakeStore({ backend, mark }), platform).state()).toMatchObject({ kind })
  })

  it('is nothing where there is none, and is asked again later', async () => {
    let there = false
    const vault = vaultOf(fakeStore({ isAsyncEncryptionAvailable: async () => there }))
    expect(await vault.state()).toEqual({ kind: 'none' })
    there = true
    expect(await vault.state()).toMatchObject({ kind: 'protected' })
  })

  it('is nothing while it breaks down, and is asked again later', async () => {
    let broken = true
    const working = fakeStore()
    const vault = vaultOf({
      ...working,
      encryptStringAsync: async (text) => {
        if (broken) throw new Error('The key store is temporarily unavailable.')
        return working.encryptStringAsync(text)
      },
    })
    expect(await vault.state()).toEqual({ kind: 'none' })
    broken = false
    expect(await vault.state()).toMatchObject({ kind: 'protected' })
  })

  it('is pending while the system shows a prompt, and known once that is answered', async () => {
    const prompt = Promise.withResolvers<boolean>()
    const vault = vaultOf(fakeStore({ isAsyncEncryptionAvailable: () => prompt.promise }), 'linux', 5)
    expect(await vault.state()).toEqual({ kind: 'pending' })
    expect(await failure(vault.seal('x'))).toEqual({ kind: 'vault', why: 'pending' })
    prompt.resolve(true)
    expect(await vault.state()).toEqual({ kind: 'protected', backend: 'gnome_libsecret' })
  })
})

describe('sealing', () => {
  it('keeps beside the ciphertext how it was made, and opens it again', async () => {
    const vault = vaultOf(fakeStore())
    const sealed = await vault.seal('canary')
    expect(sealed).toMatchObject({ backend: 'gnome_libsecret', tag: 'v11', at: 1_700_000_000_000 })
    expect(sealed.keyId).not.toBe('')
    expect(JSON.stringify(sealed)).not.toContain('canary')
    expect(await vault.open(sealed)).toEqual({ secret: 'canary', again: null })
  })

  it.each(['basic_text', 'unknown'])('is refused over %s', async (backend) => {
    expect(await failure(vaultOf(fakeStore({ backend })).seal('x'))).toEqual({ kind: 'vault', why: 'unavailable' })
  })

  it('is refused when the built-in key is used after all', async () => {
    let mark = 'v11'
    const store = fakeStore({ encryptStringAsync: async (text) => Buffer.from(mark + text) })
    const vault = vaultOf(store)
    await vault.state()
    mark = 'v10'
    expect(await failure(vault.seal('x'))).toEqual({ kind: 'vault', why: 'unavailable' })
  })

  it('says that it is pending when the system does not answer', async () => {
    let asked = 0
    const store = fakeStore({ encryptStringAsync: async () => (asked++ === 0 ? Buffer.from('v11probe') : never()) })
    expect(await failure(vaultOf(store, 'linux', 5).seal('x'))).toEqual({ kind: 'vault', why: 'pending' })
  })
})

describe('opening', () => {
  const seal = () => vaultOf(fakeStore()).seal('canary')

  it('gives a new ciphertext when the system asks for it', async () => {
    const store = fakeStore({ decryptStringAsync: async () => ({ result: 'canary', shouldReEncrypt: true }) })
    const opened = await vaultOf(store).open(await seal())
    expect(opened).toMatchObject({ secret: 'canary', again: { backend: 'gnome_libsecret' } })
  })

  it('gives a new ciphertext when another backend can still open the old one', async () => {
    const opened = await vaultOf(fakeStore({ backend: 'kwallet6' })).open(await seal())
    expect(opened).toMatchObject({ secret: 'canary', again: { backend: 'kwallet6' } })
  })

  it('gives the keys also when sealing them anew fails', async () => {
    const sealed = await vaultOf(fakeStore()).seal('canary')
    const store = fakeStore({ backend: 'kwallet6' })
    let asked = 0
    const failing = fakeStore({
      ...store,
      backend: 'kwallet6',
      encryptStringAsync: async (text) => {
        asked += 1
        // The first is the probe that tells what the key store is worth.
        if (asked === 2) throw new Error('The key store is temporarily unavailable.')
        return store.encryptStringAsync(text)
      },
    })
    expect(await vaultOf(failing).open(sealed)).toEqual({ secret: 'canary', again: null })
  })

  it('asks for the keys again when the key that sealed them is not here', async () => {
    const elsewhere = vaultOf(fakeStore({ backend: 'kwallet6', mark: 'v12' }))
    expect(await failure(elsewhere.open(await seal()))).toMatchObject({ kind: 'keysMissing', why: 'unreadable' })
  })

  it('is to be tried again when the system says that it is busy for now', async () => {
    const decryptStringAsync = async () => {
      throw new Error('Encryption is temporarily unavailable.')
    }
    expect(await failure(vaultOf(fakeStore({ decryptStringAsync })).open(await seal()))).toEqual({
      kind: 'vault',
      why: 'unavailable',
    })
  })

  it('does not wait for a prompt for ever', async () => {
    const waiting = vaultOf(fakeStore({ decryptStringAsync: never }), 'linux', 5)
    expect(await failure(waiting.open(await seal()))).toEqual({ kind: 'vault', why: 'pending' })
  })
})

describe('a passphrase', () => {
  const vault = vaultOf(fakeStore({ backend: 'basic_text' }))

  it('seals and opens where the system cannot', async () => {
    const sealed = await vault.sealWithPassphrase('canary ✓', 'correct horse')
    expect(sealed.backend).toBe('passphrase')
    expect(Buffer.from(sealed.ciphertext, 'base64').toString('latin1')).not.toContain('canary')
    expect(await vault.openWithPassphrase(sealed, 'correct horse')).toBe('canary ✓')
  })

  it('never makes the same ciphertext twice', async () => {
    const [one, two] = await Promise.all([vault.sealWithPassphrase('x', 'p'), vault.sealWithPassphrase('x', 'p')])
    expect(one.ciphertext).not.toBe(two.ciphertext)
    expect(one.keyId).not.toBe(two.keyId)
  })

  it('is the same however its accents were typed', async () => {
    const sealed = await vault.sealWithPassphrase('canary', 'cafe\u0301')
    expect(await vault.openWithPassphrase(sealed, 'caf\u00e9')).toBe('canary')
  })

  it('opens nothing when it is wrong, or when a single bit was changed', async () => {
    const wrong = { kind: 'vault', why: 'wrongPassphrase' }
    const sealed = await vault.sealWithPassphrase('canary', 'right')
    expect(await failure(vault.openWithPassphrase(sealed, 'Right'))).toEqual(wrong)
    const bytes = Buffer.from(sealed.ciphertext, 'base64')
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1
    const bent = { ...sealed, ciphertext: bytes.toString('base64') }
    expect(await failure(vault.openWithPassphrase(bent, 'right'))).toEqual(wrong)
    expect(await failure(vault.openWithPassphrase({ ...sealed, ciphertext: '' }, 'right'))).toEqual(wrong)
  })
})
