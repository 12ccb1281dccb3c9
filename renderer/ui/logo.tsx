import styles from './logo.module.css'

/** Three lines that are kept in order, one of them answered. */
export function Logo() {
  return (
    <svg aria-hidden="true" width="20" height="20" viewBox="0 0 20 20" className={styles.logo}>
      <path d="M2 5h10M2 10h16M2 15h8" stroke="currentColor" strokeWidth="2.2" strokeLinecap="round" />
      <circle cx="16" cy="5" r="1.7" fill="currentColor" />
      <circle cx="14" cy="15" r="1.7" fill="currentColor" />
    </svg>
  )
}
