import styles from './skeleton.module.css'

/** A place where text will be. Still, not blinking; screen readers are told by whoever is loading. */
export function Skeleton({ width }: { readonly width: string }) {
  return <span aria-hidden="true" className={styles.skeleton} style={{ width }} />
}
