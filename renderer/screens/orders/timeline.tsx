import { Fragment } from 'react'
import type { PurchaseEvent } from '../../../shared/model/purchase.ts'
import { cx } from '../../ui/cx.ts'
import { Shape } from '../../ui/shape.tsx'
import { clockTime, dayWords, eventSigns } from './order-words.ts'
import styles from './orders.module.css'

/** What was done and what the provider answered, in the order in which it happened. */
export function Timeline({ events }: { readonly events: readonly PurchaseEvent[] }) {
  return (
    <section aria-label="Timeline">
      <h3 className={styles.part}>What happened</h3>
      <ol className={styles.timeline}>
        {events.map((event, at) => {
          const day = dayWords(event.at)
          const before = events[at - 1]
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: events are only ever added at the end.
            <Fragment key={at}>
              {(!before || dayWords(before.at) !== day) && <li className={styles.day}>{day}</li>}
              <Event event={event} />
            </Fragment>
          )
        })}
      </ol>
    </section>
  )
}

function Event({ event: { at, kind, text, answer } }: { readonly event: PurchaseEvent }) {
  const { tone, shape } = eventSigns[kind]
  return (
    <li className={styles.event}>
      <time className={styles.time} dateTime={new Date(at).toISOString()}>
        {clockTime(at)}
      </time>
      <span className={cx(styles.shape, styles[tone])}>
        <Shape name={shape} />
      </span>
      <div>
        <p className={styles.text}>{text}</p>
        {answer && (
          <details className={styles.answer}>
            <summary>The provider’s answer</summary>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long answer scrolls, and the keyboard has to reach what scrolls. */}
            <pre tabIndex={0}>{readable(answer)}</pre>
          </details>
        )}
      </div>
    </li>
  )
}

/** JSON with lines and indents; anything else as it came. */
function readable(answer: string): string {
  try {
    return JSON.stringify(JSON.parse(answer), null, 2)
  } catch (error) {
    if (error instanceof SyntaxError) return answer
    throw error
  }
}
