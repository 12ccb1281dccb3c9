import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { app } from './app.ts'

/**
 * The host has no key store of a system, and says so, as Electron does on such a Linux: `basic_text`. Tests that need
 * one that protects set LINEKEEPER_HOST_KEYSTORE to its name and get a stand-in with a key file of its own.
 */
const isStandIn = (): boolean => process.env.LINEKEEPER_HOST_KEYSTORE === 'gnome_libsecret'

const mark = (): Buffer => Buffer.from(isStandIn() ? 'v11' : 'v10')
const wellKnown = Buffer.alloc(32, 'peanuts')

function key(): Buffer {
  if (!isStandIn()) return wellKnown
  const file = join(app.getPath('userData'), 'host-keystore.key')
  if (!existsSync(file)) writeFileSync(file, randomBytes(32), { mode: 0o600 })
  return readFileSync(file)
}

export const safeStorage = {
  isAsyncEncryptionAvailable: async () => app.isReady(),
  getSelectedStorageBackend: () => (isStandIn() ? 'gnome_libsecret' : 'basic_text'),
  async encryptStringAsync(plainText) {
    const iv = randomBytes(12)
    const cipher = createCipheriv('aes-256-gcm', key(), iv)
    const body = Buffer.concat([cipher.update(plainText, 'utf8'), cipher.final()])
    return Buffer.concat([mark(), iv, cipher.getAuthTag(), body])
  },
  async decryptStringAsync(encrypted) {
    if (!encrypted.subarray(0, 3).equals(mark())) throw new Error('Error while decrypting the ciphertext provided.')
    const decipher = createDecipheriv('aes-256-gcm', key(), encrypted.subarray(3, 15))
    decipher.setAuthTag(encrypted.subarray(15, 31))
    const result = decipher.update(encrypted.subarray(31), undefined, 'utf8') + decipher.final('utf8')
    return { result, shouldReEncrypt: false }
  },
} satisfies Partial<Electron.SafeStorage>
