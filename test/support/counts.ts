export type Counts = { readonly passed: number; readonly failed: number }

const field = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined

const count = (value: unknown, name: string): number => {
  const given = field(value, name)
  return typeof given === 'number' ? given : 0
}

/** A file that could not even be loaded has no tests to fail: it counts by itself. */
export function unitCounts(report: unknown): Counts {
  const failed = Math.max(count(report, 'numFailedTests'), count(report, 'numFailedTestSuites') > 0 ? 1 : 0)
  return { passed: count(report, 'numPassedTests'), failed }
}

export function e2eCounts(report: unknown): Counts {
  const stats = field(report, 'stats')
  const errors = field(report, 'errors')
  const failed = count(stats, 'unexpected') + count(stats, 'flaky')
  return { passed: count(stats, 'expected'), failed: failed || (Array.isArray(errors) ? errors.length : 0) }
}

/** A run that ended with an error without a failed test failed elsewhere: types, lint, build, or a runner itself. */
export function total(reports: readonly (Counts | null)[], exitCode: number): Counts {
  const there = reports.filter((report) => report !== null)
  const passed = there.reduce((sum, report) => sum + report.passed, 0)
  const failed = there.reduce((sum, report) => sum + report.failed, 0)
  return { passed, failed: failed === 0 && exitCode !== 0 ? 1 : failed }
}
