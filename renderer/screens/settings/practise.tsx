import { FlaskConical } from 'lucide-react'
import { useState } from 'react'
import type { AccountView, PracticeFault } from '../../../shared/model/account.ts'
import { Button } from '../../ui/button.tsx'
import { ChoiceMenu } from '../../ui/menu.tsx'
import { failureSentence } from '../../words.ts'
import { useScreen } from '../stores.ts'
import styles from './settings.module.css'

type Fault = PracticeFault | null

const faults: readonly { readonly fault: Fault; readonly name: string; readonly note: string }[] = [
  { fault: 'lostAnswer', name: 'Lose the answer', note: 'The next purchase happens, but its answer never comes.' },
  { fault: 'refused', name: 'Refuse it', note: 'The next purchase is refused.' },
  { fault: 'slow', name: 'Answer slowly', note: 'The answer to the next purchase takes long.' },
  { fault: null, name: 'Nothing: all goes well', note: 'The next purchase goes as usual.' },
]

/** A sample carrier can be made to misbehave, so that nobody has to find out with real money. */
export function Practise({ account }: { readonly account: AccountView }) {
  const practise = useScreen('accounts', (state) => state.practise)
  const [told, setTold] = useState<string | null>(null)
  const choose = async (fault: Fault, note: string) => {
    const reply = await practise(account.id, fault)
    setTold(reply.ok ? note : failureSentence(reply.failure))
  }
  return (
    <div className={styles.row}>
      <ChoiceMenu
        label="What goes wrong with the next purchase"
        opener={
          <Button size="small" icon={<FlaskConical aria-hidden="true" />}>
            Practise…
          </Button>
        }
        parts={[
          {
            name: 'With the next purchase or release',
            choices: faults.map(({ fault, name, note }) => ({
              id: fault ?? 'none',
              name,
              choose: () => void choose(fault, note),
            })),
          },
        ]}
      />
      <p className={styles.quiet} role="status">
        {told ?? 'Let the next purchase here go wrong, to see that Linekeeper still tells the truth.'}
      </p>
    </div>
  )
}
