import type { KeystoreState } from '../../../shared/model/settings.ts'
import { Fact, Facts } from '../../ui/facts.tsx'
import { useScreen } from '../stores.ts'
import styles from './settings.module.css'

export function About() {
  const info = useScreen('app', (state) => state.info)
  if (!info) return null
  return (
    <div className={styles.column}>
      <section className={styles.card} aria-label="Linekeeper">
        <Facts>
          <Fact name="Version">Linekeeper {info.version}</Fact>
          <Fact name="Window">{info.host === 'electron' ? 'its own window' : 'a browser on this computer'}</Fact>
          <Fact name="Keys">{keystoreWords(info.keystore)}</Fact>
          <Fact name="Licence">MIT; the sources may be read and changed</Fact>
        </Facts>
        <p className={styles.quiet}>
          There is no Linekeeper account and no server of ours, and nothing counts what you do. CallFire and Flowroute
          are names of their owners, who have nothing to do with this program.
        </p>
      </section>
    </div>
  )
}

function keystoreWords(keystore: KeystoreState): string {
  switch (keystore.kind) {
    case 'protected':
      return `this computer’s key store protects them (${keystore.backend.replaceAll('_', ' ')})`
    case 'weak':
      return 'this computer’s key store does not protect them; they are kept for a session or sealed with a passphrase'
    case 'none':
      return 'this computer has no key store; they are kept for a session or sealed with a passphrase'
    case 'pending':
      return 'this computer’s key store has not answered yet'
    default:
      return keystore satisfies never
  }
}
