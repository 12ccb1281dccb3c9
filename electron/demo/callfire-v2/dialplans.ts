/** IVR documents as the carrier's own editor writes them: menus, keypresses, transfers, recordings, schedules of words. */

const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

export type DialplanWords = {
  readonly company: string
  /** Eleven digits each. */
  readonly first: string
  readonly second: string
  readonly soundId: number
}

type Template = (words: DialplanWords) => string

const play = (text: string) => `<play type="tts" voice="FEMALE1">${escapeXml(text)}</play>`

const simpleMenu: Template = ({ company, first, second }) => `<dialplan name="Root">
  <menu name="main" maxDigits="1" timeout="3500">
    ${play(`Thank you for calling ${company}. For sales press 1. For support press 2.`)}
    <keypress pressed="1">
      <transfer callerid="\${call.callerid}" musiconhold="blues" screen="false">${first}</transfer>
    </keypress>
    <keypress pressed="2">
      <transfer callerid="\${call.callerid}" screen="true">${second}</transfer>
    </keypress>
    <keypress pressed="default">
      ${play('That is not one of the choices.')}
      <goto>main</goto>
    </keypress>
  </menu>
</dialplan>`

const ringAll: Template = ({ company, first, second }) => `<dialplan name="Root">
  <!-- front desk and owner ring together, then voicemail -->
  <play type="tts" voice="MALE1">${escapeXml(`Please hold while we connect you to ${company}.`)}</play>
  <transfer name="desk" mode="ringall" timeout="20" continue-after="true">${first},${second}</transfer>
  <record varname="message" timeout="60"/>
  <voicemail email="desk@shop.example"/>
  <hangup/>
</dialplan>`

const nested: Template = ({ company, first, second, soundId }) => `<dialplan name="Root">
  <answer-machine-detection/>
  <menu name="language" maxDigits="1" timeout="5000">
    <play type="callid" cache="true">${soundId}</play>
    <keypress pressed="1">
      <menu name="english" maxDigits="1" timeout="4000">
        ${play(`${company}: for opening hours press 1, to talk to somebody press 0.`)}
        <keypress pressed="1">${play('We are open Monday to Friday, nine to five.')}<goto>english</goto></keypress>
        <keypress pressed="0"><transfer mode="waterfall">${first},${second}</transfer></keypress>
      </menu>
    </keypress>
    <keypress pressed="2">
      ${play('Para español, espere por favor.')}
      <transfer>${second}</transfer>
    </keypress>
    <keypress pressed="timeout"><goto>language</goto></keypress>
  </menu>
</dialplan>`

const closed: Template = ({ company }) =>
  `<dialplan name="Root"><play type="tts">${escapeXml(`${company} is closed today.`)}</play><hangup/></dialplan>`

const templates = [simpleMenu, ringAll, nested, closed] as const

export const dialplan = (kind: number, words: DialplanWords): string =>
  (templates[kind % templates.length] ?? closed)(words)

const tag =
  /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<(\/?)([A-Za-z][\w.-]*)(?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*\s*(\/?)>/g

/** Root element and nesting, which is what the carrier refuses at once; its deeper rules show only in a call. */
export function isDialplan(xml: string): boolean {
  const open: string[] = []
  let roots = 0
  const rest = xml.replace(tag, (_all, closing: string | undefined, name: string | undefined, empty: string) => {
    if (name === undefined) return ''
    if (closing) return open.pop() === name ? '' : '<'
    if (open.length === 0) roots += name === 'dialplan' ? 1 : 2
    if (!empty) open.push(name)
    return ''
  })
  return roots === 1 && open.length === 0 && !rest.includes('<')
}
