import { useState } from 'react'
import type { TextForwarding } from '../../../../shared/model/lease-config.ts'
import { formatPhone } from '../../../../shared/phone.ts'
import { Button } from '../../../ui/button.tsx'
import { Facts } from '../../../ui/facts.tsx'
import { outlineLimit, outlineOf, parseDialplan } from './dialplan.ts'
import styles from './panel.module.css'
import { TextsFact } from './tracking.tsx'

/** A call menu: told step by step where that is possible, and always as CallFire has it. */
export function Ivr({ xml, texts }: { readonly xml: string; readonly texts: TextForwarding | null }) {
  const plan = parseDialplan(xml)
  const lines = plan ? outlineOf(plan, formatPhone) : []
  const canTell = lines.length > 0 && lines.length <= outlineLimit
  const [isText, setText] = useState(!canTell)
  return (
    <>
      {texts && (
        <Facts>
          <TextsFact texts={texts} />
        </Facts>
      )}
      <div className={styles.partRow}>
        <h3 className={styles.part}>Call menu</h3>
        {canTell && (
          <Button look="quiet" size="small" onPress={() => setText(!isText)}>
            {isText ? 'Show as steps' : 'Show as XML'}
          </Button>
        )}
      </div>
      {plan === null && (
        <p className={styles.quiet}>This is not well-formed XML, so it is shown as CallFire sent it.</p>
      )}
      {isText ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: long lines scroll, and the keyboard has to reach what scrolls.
        <pre className={styles.xml} tabIndex={0}>
          {xml}
        </pre>
      ) : (
        <ol className={styles.outline}>
          {lines.map(({ depth, text }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the outline is drawn once from one text.
            <li key={index} style={{ paddingInlineStart: `${depth * 16}px` }}>
              {text}
            </li>
          ))}
        </ol>
      )}
    </>
  )
}
