/** A sentence from main in which `**` stands around what should be seen first. */
export function Statement({ text }: { readonly text: string }) {
  const parts = text.split('**').map((part, at) => ({ part, isStrong: at % 2 === 1 }))
  return parts.map(({ part, isStrong }) => (isStrong ? <strong key={part}>{part}</strong> : part))
}
