export function AddAccountScreen(_props: { readonly isFirst: boolean }) {
  return null
}
