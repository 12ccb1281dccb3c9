import { Problem } from './problem.ts'

/** The query string of one request; an empty value counts as not given. Wrong values are a 400. */
export type Query = {
  text(name: string): string | undefined
  all(name: string): readonly string[]
  flag(name: string): boolean | undefined
  whole(name: string): number | undefined
}

export function createQuery(parameters: URLSearchParams): Query {
  const text = (name: string) => parameters.get(name) || undefined
  return {
    text,
    all: (name) => parameters.getAll(name).filter((value) => value !== ''),
    flag: (name) => {
      const value = text(name)
      if (value === undefined) return undefined
      if (value !== 'true' && value !== 'false') throw new Problem(400, `${name} should be true or false, not ${value}`)
      return value === 'true'
    },
    whole: (name) => {
      const value = text(name)
      if (value === undefined) return undefined
      if (!/^-?\d{1,15}$/.test(value)) throw new Problem(400, `${name} should be a whole number, not ${value}`)
      return Number(value)
    },
  }
}
