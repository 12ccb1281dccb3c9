const everyMs = 250

/**
 * npm starts a shell that starts this process, and that shell does not pass a signal on. Without a look at the parent
 * the window would stay up, unseen, after `npm start` was stopped.
 */
export function endWithParent(env: NodeJS.ProcessEnv = process.env): void {
  if (env.npm_lifecycle_event === undefined) return
  const parent = process.ppid
  const check = setInterval(() => {
    // On Windows the parent's number stays when it is gone; only asking for it tells.
    if (process.ppid === parent && isAlive(parent)) return
    clearInterval(check)
    process.kill(process.pid, 'SIGTERM')
  }, everyMs)
  check.unref()
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    // Not being allowed to ask means that somebody is there.
    return !(error instanceof Error && 'code' in error && error.code === 'ESRCH')
  }
}
