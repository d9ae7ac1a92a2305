/**
 * Everything that a key does. A digit goes by its place (`event.code`), since AZERTY types it with Shift; a letter by
 * what stands on the key, since AZERTY has some elsewhere.
 */
export const commands = [
  'search',
  'clear',
  'pick1',
  'pick2',
  'pick3',
  'pick4',
  'pick5',
  'pick6',
  'pick7',
  'pick8',
  'newCall',
  'next',
  'previous',
  'take',
  'reply',
  'insert',
  'link',
  'unanswered',
  'wrapUp',
  'carryOn',
  'callBack',
  'notices',
  'missed',
  'help',
] as const
export type Command = (typeof commands)[number]

/** `Alt+KeyT`, `F2`, `Ctrl+KeyK`; an empty one is off. Never Ctrl+Alt, which is AltGr and types a letter. */
const usual: Record<Command, string> = {
  search: 'F2',
  clear: 'Escape',
  pick1: 'Alt+Digit1',
  pick2: 'Alt+Digit2',
  pick3: 'Alt+Digit3',
  pick4: 'Alt+Digit4',
  pick5: 'Alt+Digit5',
  pick6: 'Alt+Digit6',
  pick7: 'Alt+Digit7',
  pick8: 'Alt+Digit8',
  newCall: 'Alt+KeyN',
  next: 'Alt+KeyJ',
  previous: 'Alt+KeyK',
  take: 'Alt+KeyT',
  reply: 'Alt+KeyR',
  insert: 'Alt+KeyI',
  link: 'Alt+KeyL',
  unanswered: 'Alt+KeyU',
  wrapUp: 'Alt+KeyW',
  carryOn: 'Alt+KeyC',
  callBack: 'Alt+KeyP',
  notices: 'Alt+KeyB',
  missed: 'Alt+KeyG',
  help: 'F1',
}

const place = 'desk.keys'
let chosen = JSON.parse(localStorage.getItem(place) ?? '{}') as Partial<Record<Command, string>>

/** The key of a command, as it stands now. */
export const keyOf = (command: Command): string => chosen[command] ?? usual[command]

/** Gives a command another key, or none; another command that had it loses it. */
export function setKey(command: Command, key: string): void {
  const taken = key && commands.find((one) => one !== command && keyOf(one) === key)
  chosen = { ...chosen, ...(taken ? { [taken]: '' } : {}), [command]: key }
  localStorage.setItem(place, JSON.stringify(chosen))
}

export function usualKeys(): void {
  chosen = {}
  localStorage.removeItem(place)
}

type Pressed = Pick<KeyboardEvent, 'key' | 'code' | 'altKey' | 'ctrlKey' | 'metaKey'>

/** A pressed key as it is written above; empty for one that types something or that is AltGr. */
export function keyPressed({ key, code, altKey, ctrlKey, metaKey }: Pressed): string {
  if (metaKey || (altKey && ctrlKey)) return ''
  const name = /^[a-z]$/i.test(key) ? `Key${key.toUpperCase()}` : code
  if (altKey) return `Alt+${name}`
  if (ctrlKey) return `Ctrl+${name}`
  return code === 'Escape' || /^F\d+$/.test(code) ? code : ''
}

/** Keys that a browser user already knows for it, besides the one that can be changed. */
const further: Record<string, Command> = { 'Ctrl+KeyK': 'search' }

export function commandOf(event: Pressed): Command | undefined {
  const key = keyPressed(event)
  return key ? (commands.find((command) => keyOf(command) === key) ?? further[key]) : undefined
}

/** The key in words: `Alt + T`. */
export const shown = (key: string): string =>
  key
    .replace(/\+(Key|Digit)/, '+')
    .split('+')
    .join(' + ')
