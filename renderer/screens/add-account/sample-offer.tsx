import { FlaskConical } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { failureSentence } from '../../words.ts'
import { numbersPlace, usePlace } from '../place.ts'
import { useScreen } from '../stores.ts'
import styles from './add-account.module.css'

/** Two made-up accounts that talk to carriers inside the app: everything works, nothing costs. */
export function SampleOffer() {
  const addSamples = useScreen('accounts', (state) => state.addSamples)
  const { go } = usePlace()
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const look = async () => {
    setBusy(true)
    const reply = await addSamples()
    setBusy(false)
    if (reply.ok) go(numbersPlace)
    else setProblem(failureSentence(reply.failure))
  }
  return (
    <section className={styles.sample} aria-label="Sample data">
      <FlaskConical aria-hidden="true" className={styles.sampleIcon} />
      <div className={styles.sampleText}>
        <h2 className={styles.stepTitle}>No keys at hand?</h2>
        <p className={styles.quiet}>
          Two sample accounts, one at each provider. Nothing in them is real and nothing costs.
        </p>
        {problem && <p role="alert">{problem}</p>}
      </div>
      <Button isBusy={isBusy} onPress={() => void look()}>
        Look around with sample data
      </Button>
    </section>
  )
}
