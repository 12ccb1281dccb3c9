import { createCipheriv, createDecipheriv, createHash, randomBytes, scrypt } from 'node:crypto'
import { FailureError } from '../../shared/failure.ts'
import type { Sealed } from '../core/ports.ts'

export const passphraseBackend = 'passphrase'
/** What the ciphertext was made with, so that later versions may ask for more and still open it. */
const recipe = 'scrypt-16-8-1/aes-256-gcm'
const lengths = { salt: 16, iv: 12, mark: 16 } as const

/** Salt, IV, authentication mark and ciphertext in one; a fresh salt each time. */
export async function sealWithPassphrase(secret: string, passphrase: string, now: number): Promise<Sealed> {
  const salt = randomBytes(lengths.salt)
  const iv = randomBytes(lengths.iv)
  const cipher = createCipheriv('aes-256-gcm', await toKey(passphrase, salt), iv).setAAD(Buffer.from(recipe))
  const body = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()])
  const ciphertext = Buffer.concat([salt, iv, cipher.getAuthTag(), body]).toString('base64')
  return { ciphertext, backend: passphraseBackend, tag: recipe, at: now, keyId: toKeyId(salt) }
}

export async function openWithPassphrase(sealed: Sealed, passphrase: string): Promise<string> {
  const bytes = Buffer.from(sealed.ciphertext, 'base64')
  const { salt, iv, mark } = lengths
  if (sealed.tag !== recipe || bytes.length < salt + iv + mark) throw wrong()
  const key = await toKey(passphrase, bytes.subarray(0, salt))
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(salt, salt + iv)).setAAD(Buffer.from(recipe))
  decipher.setAuthTag(bytes.subarray(salt + iv, salt + iv + mark))
  const body = bytes.subarray(salt + iv + mark)
  try {
    return decipher.update(body, undefined, 'utf8') + decipher.final('utf8')
  } catch (error) {
    throw wrong(error)
  }
}

/** 64 MB and about a fifth of a second for each guess. */
function toKey(passphrase: string, salt: Uint8Array): Promise<Buffer> {
  const options = { N: 2 ** 16, r: 8, p: 1, maxmem: 96 * 1024 ** 2 }
  return new Promise((resolve, reject) => {
    scrypt(passphrase.normalize('NFC'), salt, 32, options, (error, key) => (error ? reject(error) : resolve(key)))
  })
}

const toKeyId = (salt: Uint8Array): string => createHash('sha256').update(salt).digest('hex').slice(0, 8)

const wrong = (cause?: unknown): FailureError => new FailureError({ kind: 'vault', why: 'wrongPassphrase' }, { cause })
