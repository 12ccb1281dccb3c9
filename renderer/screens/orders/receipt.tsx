import { createPortal } from 'react-dom'
import type { Purchase } from '../../../shared/model/purchase.ts'
import { price, providerNames } from '../../words.ts'
import { countWords, itemSign } from '../item-words.ts'
import { thingWords } from '../thing-words.ts'
import { clockTime, dayWords, sumOf, sumWords, titleOf } from './order-words.ts'
import styles from './receipt.module.css'

/** What is on the paper when an order is printed; beside the app's own root, so that nothing else is. */
export const Receipt = ({ purchase }: { readonly purchase: Purchase }) =>
  createPortal(<Paper purchase={purchase} />, document.body)

function Paper({ purchase }: { readonly purchase: Purchase }) {
  const { api, accountName, createdAt, orderId, counts, kind, items, total } = purchase
  const isRelease = kind === 'release'
  const lines: readonly (readonly [string, string | null])[] = [
    ['Provider', `${providerNames[api]}, account ${accountName}`],
    ['Ordered', `${dayWords(createdAt)}, ${clockTime(createdAt)}`],
    ['Order number', orderId],
    ['Outcome', countWords(counts, kind)],
    ['Set-up', isRelease ? null : sumWords(sumOf(items, 'setup'))],
    ['Monthly', isRelease ? null : sumWords(sumOf(items, 'monthly'))],
    ['Charged', total && price(total)],
  ]
  return (
    <section className={styles.paper} aria-hidden="true">
      <h1 className={styles.title}>{isRelease ? titleOf(purchase) : `Receipt: ${titleOf(purchase)}`}</h1>
      <dl className={styles.facts}>
        {lines.map(
          ([name, value]) =>
            value && (
              <div key={name} className={styles.fact}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ),
        )}
      </dl>
      <Lines purchase={purchase} />
      <p className={styles.foot}>
        Written by Linekeeper on {dayWords(Date.now())} from what {providerNames[api]} answered. The provider’s own
        invoice is what counts.
      </p>
    </section>
  )
}

function Lines({ purchase: { items, kind, api } }: { readonly purchase: Purchase }) {
  return (
    <table className={styles.lines}>
      <thead>
        <tr>
          <th>{kind === 'keywords' ? 'Keyword' : 'Number'}</th>
          <th>State</th>
          <th className={styles.money}>Set-up</th>
          <th className={styles.money}>Monthly</th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <tr key={item.slot}>
            <td>{thingWords(item.thing, api)}</td>
            <td>
              {itemSign(item, kind).word}
              {item.said && item.state !== 'done' && <small> {item.said}</small>}
            </td>
            <td className={styles.money}>{price(item.setup)}</td>
            <td className={styles.money}>{price(item.monthly)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
