import type { WeeklySchedule } from '../../../../shared/model/lease-config.ts'
import { cx } from '../../../ui/cx.ts'
import { dayMinutes, dayName, momentIn, openSpans, scheduleWords, weekDays } from './schedule.ts'
import styles from './week.module.css'

const share = (minutes: number): string => `${(minutes / dayMinutes) * 100}%`

/** The week as seven bars of a day each, in the schedule's own zone, with a mark for now. */
export function Week({ schedule, now }: { readonly schedule: WeeklySchedule; readonly now: number }) {
  const spans = openSpans(schedule)
  const moment = schedule.timeZone === null ? null : momentIn(now, schedule.timeZone)
  const zone = schedule.timeZone?.replaceAll('_', ' ') ?? 'no time zone told'
  return (
    <figure className={styles.week}>
      <div role="img" aria-label={`Calls are put through ${scheduleWords(schedule)}, ${zone}`} className={styles.days}>
        {weekDays.map((day, index) => (
          <div key={day} className={cx(styles.day, moment?.day === index && styles.today)}>
            <span className={styles.name}>{dayName(day)}</span>
            <span className={styles.track}>
              {(spans[index] ?? []).map(({ from, to }) => (
                <span key={from} className={styles.open} style={{ left: share(from), width: share(to - from) }} />
              ))}
              {moment?.day === index && <span className={styles.now} style={{ left: share(moment.minute) }} />}
            </span>
          </div>
        ))}
        <div className={styles.day}>
          <span className={styles.name} />
          <span className={styles.hours}>
            {['0', '6', '12', '18', '24'].map((hour) => (
              <span key={hour}>{hour}</span>
            ))}
          </span>
        </div>
      </div>
      <figcaption className={styles.caption}>
        {scheduleWords(schedule)} · {zone}
      </figcaption>
    </figure>
  )
}
