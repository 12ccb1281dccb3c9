import { toPhoneNumber } from '../../../shared/phone.ts'

export type Key = { readonly pressed: string; readonly word: string | null }

/** What a call plan does, as far as one line can tell. */
export type DialplanSketch = {
  /** False: no tag was found in it. */
  readonly readable: boolean
  /** Keys of its first menu, without "default" and "timeout". */
  readonly keys: readonly Key[]
  readonly plays: boolean
  readonly records: boolean
  readonly hangsUp: boolean
  /** Numbers that it may ring, E.164 where they look like it. */
  readonly transfers: readonly string[]
}

/**
 * Reads a CallFire call plan the way one glances at it: tags one after another, whatever is around them. A plan that is broken, cut
 * off or not XML at all gives a poorer sketch, never an error; the real reader belongs to the editor.
 */
export function sketchDialplan(xml: string): DialplanSketch {
  const plain = xml.replace(/<!--[\s\S]*?(-->|$)/g, '')
  const tags = [...plain.matchAll(/<([A-Za-z][\w-]*)((?:"[^"]*"|'[^']*'|[^<>"'])*)>([^<]*)/g)].map(toTag)
  const has = (name: string) => tags.some((tag) => tag.name === name)
  return {
    readable: tags.length > 0,
    keys: keysOf(firstMenu(tags)),
    plays: has('play'),
    records: has('record'),
    hangsUp: has('hangup'),
    transfers: [...new Set(tags.filter(({ name }) => name === 'transfer').flatMap(({ text }) => numbersIn(text)))],
  }
}

type Tag = { readonly name: string; readonly attributes: string; readonly text: string }

const toTag = ([, name = '', attributes = '', text = '']: readonly string[]): Tag => ({
  name: name.toLowerCase(),
  attributes,
  text,
})

/** Up to the next menu, which stands inside or after it. */
function firstMenu(tags: readonly Tag[]): readonly Tag[] {
  const from = tags.findIndex(({ name }) => name === 'menu')
  if (from < 0) return []
  const to = tags.findIndex(({ name }, at) => at > from && name === 'menu')
  return tags.slice(from, to < 0 ? undefined : to)
}

function keysOf(menu: readonly Tag[]): readonly Key[] {
  return menu
    .filter(({ name }) => name === 'keypress')
    .map(({ attributes }) => ({
      pressed: attributeOf(attributes, 'pressed').trim(),
      word: toWord(attributeOf(attributes, 'name')),
    }))
    .filter(({ pressed }) => pressed !== '' && !/^(default|timeout)$/i.test(pressed))
}

function attributeOf(attributes: string, name: string): string {
  const [, , double, single] = new RegExp(`(^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'i').exec(attributes) ?? []
  return double ?? single ?? ''
}

/** `key_sales` says "sales"; names that the designer made up, such as `keypress_1`, say nothing. */
function toWord(name: string): string | null {
  const word = name
    .replace(/^(keypress|key|press|kp)(?=[\W_\d]|$)/i, '')
    .replace(/[\W_]+/g, ' ')
    .trim()
  return /[a-z]/i.test(word) ? word.toLowerCase() : null
}

/** A variable such as `${call.callerid}` is no number. */
function numbersIn(text: string): readonly string[] {
  return text
    .split(/[,;\n]/)
    .filter((part) => !part.includes('$'))
    .map((part) => toPhoneNumber(part.replace(/x.*$/i, '')))
    .filter((number) => number !== null)
    .map((number) => (number.length === 11 ? `+1${number.slice(1)}` : number))
}
