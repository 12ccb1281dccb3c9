/** The calendar month of an instant by this computer's zone: epoch ms, `from` with, `to` without. */
export function monthOf(epochMs: number): { readonly from: number; readonly to: number } {
  const at = new Date(epochMs)
  const [year, month] = [at.getFullYear(), at.getMonth()]
  return { from: new Date(year, month, 1).getTime(), to: new Date(year, month + 1, 1).getTime() }
}
