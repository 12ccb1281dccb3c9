import type { Ref } from 'react'
import { explainPattern, readPattern } from '../../../../shared/pattern.ts'
import { Field } from '../../../ui/field.tsx'
import { useScreen } from '../../stores.ts'

type PatternFieldProps = { readonly inputRef: Ref<HTMLInputElement>; readonly problem: string | null }

/** Says while typing which digits are meant, or what cannot be read and how to write it instead. */
export function PatternField({ inputRef, problem }: PatternFieldProps) {
  const typed = useScreen('market', (state) => state.form.pattern)
  const setForm = useScreen('market', (state) => state.setForm)
  const read = readPattern(typed)
  const meant = read.ok && read.pattern ? explainPattern(read.pattern) : null
  return (
    <Field
      label="Pattern"
      inputRef={inputRef}
      placeholder="CAKE"
      value={typed}
      onChange={(pattern) => setForm({ pattern })}
      hint={read.ok && (meant ?? '206* begins, *CAKE ends, CAKE is anywhere in it')}
      problem={read.ok ? problem : read.problem}
    />
  )
}
