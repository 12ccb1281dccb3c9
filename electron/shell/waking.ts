import type { Net, PowerMonitor } from 'electron'

export type Waking = {
  readonly powerMonitor: Pick<PowerMonitor, 'on'>
  readonly net: Pick<Net, 'isOnline'>
  readonly wake: (why: 'resume' | 'online') => void
  /** Between 0 and 1. */
  readonly random: () => number
}

const checkMs = 5_000

/** Tells when the computer woke up or found a network again. Returns the way to stop. */
export function watchWaking({ powerMonitor, net, wake, random }: Waking): () => void {
  let wasOnline = net.isOnline()
  let resuming: NodeJS.Timeout | null = null
  powerMonitor.on('resume', () => {
    if (resuming !== null) clearTimeout(resuming)
    // The network needs a moment after sleep, and not every computer in the office should ask in the same second.
    resuming = setTimeout(wake, 3_000 + Math.round(random() * 5_000), 'resume')
  })
  const check = setInterval(() => {
    const isOnline = net.isOnline()
    if (isOnline && !wasOnline) wake('online')
    wasOnline = isOnline
  }, checkMs)
  return () => {
    clearInterval(check)
    if (resuming !== null) clearTimeout(resuming)
  }
}
