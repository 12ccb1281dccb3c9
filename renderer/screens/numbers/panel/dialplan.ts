/** A tag of a dial plan; text directly inside it is joined and trimmed. */
export type DialplanTag = {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly text: string
  readonly children: readonly DialplanTag[]
}

export type OutlineLine = { readonly depth: number; readonly text: string }

/** Longer plans are read as text; an outline of hundreds of lines explains nothing. */
export const outlineLimit = 120

/** The plan as a person would tell it, a line a step. */
export const outlineOf = (plan: DialplanTag, phone: (number: string) => string): readonly OutlineLine[] =>
  plan.children.flatMap((child) => linesOf(child, 0, phone))

function linesOf(tag: DialplanTag, depth: number, phone: (number: string) => string): readonly OutlineLine[] {
  const line = { depth, text: sentence(tag, phone) }
  return [line, ...tag.children.flatMap((child) => linesOf(child, depth + 1, phone))]
}

function sentence({ name, attributes, text }: DialplanTag, phone: (number: string) => string): string {
  switch (name.toLowerCase()) {
    case 'play':
      return playWords(attributes.type, text)
    case 'menu':
      return `Menu${attributes.name ? ` “${attributes.name}”` : ''}`
    case 'keypress':
      return keyWords(attributes.pressed ?? '')
    case 'transfer':
      return `Rings ${targets(text, phone)}${attributes.mode?.toLowerCase() === 'waterfall' ? ', one after another' : ''}`
    case 'record':
      return 'Records a message'
    case 'goto':
      return `Goes to “${text}”`
    case 'hangup':
      return 'Hangs up'
    default:
      return text ? `${name}: ${text}` : name
  }
}

function playWords(type: string | undefined, text: string): string {
  if (type?.toLowerCase() === 'tts') return `Says “${text}”`
  return type?.toLowerCase() === 'callfireid' ? `Plays sound ${text}` : 'Plays a sound from the web'
}

function keyWords(pressed: string): string {
  if (/^default$/i.test(pressed)) return 'Any other key'
  return /^timeout$/i.test(pressed) ? 'No key' : `Key ${pressed}`
}

const targets = (text: string, phone: (number: string) => string): string =>
  text
    .split(',')
    .map((target) => target.trim())
    .map((target) => (/^1?\d{10}$/.test(target) ? phone(`+1${target.slice(-10)}`) : target))
    .join(', ')

/** The first words that a caller is told; null when the plan begins with something else than speech. */
export function firstHeard(plan: DialplanTag): string | null {
  const first = plan.children.find(({ name }) => /^(play|menu|transfer|record|if)$/i.test(name))
  if (!first) return null
  if (/^menu$/i.test(first.name)) return firstHeard(first)
  return /^play$/i.test(first.name) && first.attributes.type?.toLowerCase() === 'tts' ? first.text : null
}

/** Null when it is not well-formed. The browser's parser fetches nothing that a document names. */
export function parseDialplan(xml: string): DialplanTag | null {
  const document = new DOMParser().parseFromString(xml, 'text/xml')
  return document.querySelector('parsererror') ? null : toTag(document.documentElement)
}

function toTag(element: Element): DialplanTag {
  const own = [...element.childNodes].filter(
    ({ nodeType }) => nodeType === Node.TEXT_NODE || nodeType === Node.CDATA_SECTION_NODE,
  )
  return {
    name: element.tagName,
    attributes: Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value])),
    text: own
      .map(({ textContent }) => textContent ?? '')
      .join('')
      .replace(/\s+/g, ' ')
      .trim(),
    children: [...element.children].map(toTag),
  }
}
