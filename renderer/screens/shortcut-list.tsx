import { Fragment } from 'react'
import { Kbd } from '../ui/kbd.tsx'
import styles from './shortcut-list.module.css'

const isMac = navigator.platform.startsWith('Mac')
const ctrl = isMac ? '⌘' : 'Ctrl'

/** Only what works: a key that does nothing yet is not listed. */
const parts: readonly {
  readonly name: string
  readonly lines: readonly (readonly [keys: readonly string[], does: string])[]
}[] = [
  {
    name: 'Anywhere',
    lines: [
      [['/'], 'Find a number'],
      [[ctrl, 'F'], 'Find a number, also from a field'],
      [[ctrl, 'N'], 'Look for numbers to buy'],
      [[ctrl, '1'], 'Numbers'],
      [[ctrl, '2'], 'Find & buy'],
      [[ctrl, '3'], 'Keywords'],
      [[ctrl, '4'], 'Orders'],
      [[ctrl, '5'], 'Settings'],
      [['F5'], 'Read again what is shown'],
      [['Shift', 'F5'], 'Read everything again'],
      [['F6'], 'Next area of the window'],
      [['?'], 'This sheet'],
    ],
  },
  {
    name: 'In the list',
    lines: [
      [['←', '↑', '↓', '→'], 'Move by cell'],
      [['Home'], 'First cell of the row, End for the last'],
      [[ctrl, 'Home'], 'First row, End for the last'],
      [['Page Up'], 'A page up, Page Down for down'],
      [['Space'], 'Select the row'],
      [['Shift', '↓'], 'Extend the selection, up as well'],
      [[ctrl, 'A'], 'Select all that match'],
      [[ctrl, 'C'], 'Copy the number'],
      [['Enter'], 'Open the number; on a heading: sort'],
      [['Esc'], 'Close the panel, then clear the selection'],
    ],
  },
]

export function ShortcutList() {
  return (
    <div className={styles.parts}>
      {parts.map(({ name, lines }) => (
        <section key={name}>
          <h2 className={styles.title}>{name}</h2>
          <dl className={styles.lines}>
            {lines.map(([keys, does]) => (
              <div key={does} className={styles.line}>
                <dt className={styles.keys}>
                  {keys.map((key) => (
                    <Fragment key={key}>
                      <Kbd>{key}</Kbd>{' '}
                    </Fragment>
                  ))}
                </dt>
                <dd>{does}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </div>
  )
}
