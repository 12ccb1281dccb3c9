import type { LeaseConfig } from '../../../../shared/model/lease-config.ts'
import type { NumberDetail } from '../../../../shared/model/number.ts'
import type { Route } from '../../../../shared/model/route.ts'
import { formatPhone } from '../../../../shared/phone.ts'
import { Fact, Facts } from '../../../ui/facts.tsx'
import { age } from '../../../words.ts'
import { Ivr } from './ivr.tsx'
import styles from './panel.module.css'
import { RightNowCard } from './right-now-card.tsx'
import { Tracking } from './tracking.tsx'

type CallsGoToProps = { readonly detail: NumberDetail; readonly now: number }

/** Where the number's calls go, to be read; changing it comes with the editor. */
export function CallsGoTo({ detail, now }: CallsGoToProps) {
  const { routing, routingReadAt } = detail
  if (!routing) {
    return (
      <p className={styles.quiet}>
        Where this number rings has not been read yet. It comes with the next sync; numbers that were never read come
        first.
      </p>
    )
  }
  return (
    <div className={styles.stack}>
      <RightNowCard detail={detail} now={now} />
      {routing.kind === 'routes' ? <Routes detail={detail} /> : <Config config={routing.config} now={now} />}
      {routingReadAt !== null && <p className={styles.faint}>Read {age(routingReadAt, now)}.</p>}
    </div>
  )
}

function Routes({ detail: { routing, primary, failover } }: { readonly detail: NumberDetail }) {
  if (routing?.kind !== 'routes') return null
  return (
    <Facts>
      <Fact name="First">
        <RouteWords route={primary} isSet={routing.primary !== null} none="no route: calls are not put through" />
      </Fact>
      <Fact name="If that fails">
        <RouteWords route={failover} isSet={routing.failover !== null} none="nothing: a failed call ends" />
      </Fact>
    </Facts>
  )
}

type RouteWordsProps = { readonly route: Route | null; readonly isSet: boolean; readonly none: string }

function RouteWords({ route, isSet, none }: RouteWordsProps) {
  if (!isSet) return none
  if (!route) return 'a route that was not in the last list of routes'
  return (
    <>
      {route.name ?? routeKinds[route.kind]}
      <span className={styles.under}>
        {route.name && `${routeKinds[route.kind]}: `}
        {targetOf(route)}
      </span>
    </>
  )
}

const routeKinds: Readonly<Record<Route['kind'], string>> = {
  host: 'host',
  number: 'phone number',
  uri: 'SIP address',
  sipRegistration: 'SIP registration',
  other: 'a kind that Linekeeper does not know',
}

function targetOf({ kind, target }: Route): string {
  if (kind === 'sipRegistration') return 'the phone that is registered with the account’s SIP login'
  if (kind === 'number' && target) return formatPhone(`+${target}`)
  return target ?? 'not told'
}

function Config({ config, now }: { readonly config: LeaseConfig; readonly now: number }) {
  switch (config.kind) {
    case 'unconfigured':
      return <p className={styles.quiet}>CallFire has no settings for this number: neither call tracking nor a menu.</p>
    case 'tracking':
      return <Tracking tracking={config.tracking} texts={config.texts} now={now} />
    case 'ivr':
      return <Ivr xml={config.dialplanXml} texts={config.texts} />
    case 'other':
      return (
        <p className={styles.quiet}>
          CallFire says “{config.word}”, which Linekeeper does not know. Look at it on its web site.
        </p>
      )
    default:
      return config satisfies never
  }
}
