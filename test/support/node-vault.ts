import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import type { Vault } from '../../electron/core/ports.ts'
import { openWithPassphrase, sealWithPassphrase } from '../../electron/shell/passphrase.ts'
import { FailureError } from '../../shared/failure.ts'

/** A key store in plain Node that truly encrypts, with a key that lives as long as this value: as long as the computer, for a test. */
export function createNodeVault(now: () => number = Date.now): Vault {
  const key = randomBytes(32)
  return {
    state: async () => ({ kind: 'protected', backend: 'node' }),
    seal: async (secret) => {
      const iv = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', key, iv)
      const body = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()])
      const ciphertext = Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64')
      return { ciphertext, backend: 'node', tag: 'node', at: now(), keyId: 'node' }
    },
    open: async ({ ciphertext }) => ({ secret: open(key, Buffer.from(ciphertext, 'base64')), again: null }),
    sealWithPassphrase: (secret, passphrase) => sealWithPassphrase(secret, passphrase, now()),
    openWithPassphrase,
  }
}

function open(key: Buffer, bytes: Buffer): string {
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12))
  decipher.setAuthTag(bytes.subarray(12, 28))
  try {
    return decipher.update(bytes.subarray(28), undefined, 'utf8') + decipher.final('utf8')
  } catch (cause) {
    throw new FailureError({ kind: 'keysMissing', accountId: null, why: 'unreadable' }, { cause })
  }
}
