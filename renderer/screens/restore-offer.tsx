import { useEffect, useState } from 'react'
import type { AccountView } from '../../shared/model/account.ts'
import type { LeaseOutcome, RestorePoint } from '../../shared/model/lease.ts'
import { formatPhone } from '../../shared/phone.ts'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Fact, Facts } from '../ui/facts.tsx'
import { date, failureSentence, providerNames } from '../words.ts'
import { Outcomes } from './outcomes.tsx'
import styles from './restore-offer.module.css'
import { useScreen } from './stores.ts'

type RestoreOfferProps = {
  readonly account: AccountView
  readonly number: string
  /** Epoch ms since which it is had again, left out when that is right now: what was kept later belongs to the next end. */
  readonly regainedAt?: number
}

/** A number that was had before: the settings that it had then can be put back. Nothing where none were kept. */
export function RestoreOffer({ account, number, regainedAt = Number.POSITIVE_INFINITY }: RestoreOfferProps) {
  const restorePoints = useScreen('leases', (state) => state.restorePoints)
  const [point, setPoint] = useState<RestorePoint | null>(null)
  const [isOpen, setOpen] = useState(false)
  useEffect(() => {
    let isHere = true
    void restorePoints(number).then((reply) => {
      if (isHere) setPoint(reply.ok ? (reply.value.find(({ takenAt }) => takenAt < regainedAt) ?? null) : null)
    })
    return () => {
      isHere = false
    }
  }, [restorePoints, number, regainedAt])
  if (!point) return null
  return (
    <div className={styles.offer}>
      <p>You had this number before. Its settings of {date(point.takenAt, Date.now())} were kept.</p>
      <Button size="small" onPress={() => setOpen(true)}>
        Put them back…
      </Button>
      {isOpen && <RestoreDialog account={account} point={point} onClose={() => setOpen(false)} />}
    </div>
  )
}

type RestoreDialogProps = {
  readonly account: AccountView
  readonly point: RestorePoint
  readonly onClose: () => void
}

function RestoreDialog({ account, point, onClose }: RestoreDialogProps) {
  const restore = useScreen('leases', (state) => state.restore)
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const [outcomes, setOutcomes] = useState<readonly LeaseOutcome[] | null>(null)
  const put = async () => {
    setBusy(true)
    const reply = await restore(account.id, point.id)
    setBusy(false)
    setProblem(reply.ok ? null : failureSentence(reply.failure, providerNames[account.api]))
    if (reply.ok) setOutcomes(reply.value)
  }
  return (
    <Dialog
      title={outcomes ? 'What was put back' : `Put the settings of ${formatPhone(point.number)} back?`}
      onClose={onClose}
      actions={
        outcomes ? (
          <Button look="primary" autoFocus onPress={onClose}>
            Close
          </Button>
        ) : (
          <>
            <Button onPress={onClose}>Cancel</Button>
            <Button look="primary" isBusy={isBusy} onPress={() => void put()}>
              Put back
            </Button>
          </>
        )
      }
    >
      {problem && <Banner tone="bad">{problem}</Banner>}
      {outcomes ? <Outcomes outcomes={outcomes} doneWord="Put back" /> : <Kept point={point} />}
    </Dialog>
  )
}

/** What lies in the kept settings, as far as a person needs it to decide. */
function Kept({ point: { snapshot, routing, routes, takenAt } }: { readonly point: RestorePoint }) {
  const routeName = (id: string | null) => {
    const route = routes.find((other) => other.id === id)
    return route ? (route.name ?? route.target ?? 'a route without a name') : 'nothing'
  }
  return (
    <>
      <p>It then has again what it had on {date(takenAt, Date.now())}; what it has now is replaced.</p>
      <Facts>
        {routing?.kind === 'routes' && (
          <>
            <Fact name="Rings at">{routeName(routing.primary)}</Fact>
            <Fact name="If that fails">{routeName(routing.failover)}</Fact>
          </>
        )}
        {routing?.kind === 'config' && <Fact name="Calls">{configWords[routing.config.kind]}</Fact>}
        {routing === null && <Fact name="Calls">were not read before it was given up</Fact>}
        {snapshot.alias && <Fact name="Name">{snapshot.alias}</Fact>}
        {snapshot.labels.length > 0 && <Fact name="Labels">{snapshot.labels.join(', ')}</Fact>}
      </Facts>
    </>
  )
}

const configWords = {
  unconfigured: 'without settings',
  tracking: 'call tracking',
  ivr: 'a menu',
  other: 'settings of another kind',
} as const
