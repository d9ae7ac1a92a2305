import type { Incoming } from '../activity.ts'

/** What a person wrote, without the mention that called us. */

const named: Record<string, string> = { nbsp: ' ', lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' }

/** Teams hands plain text over with some characters written as in HTML. */
const decode = (text: string): string =>
  text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(nbsp|lt|gt|quot|apos|amp));/gi, (whole, decimal, hex, name) => {
    if (name) return named[name.toLowerCase()] ?? whole
    const code = decimal ? Number(decimal) : Number.parseInt(hex, 16)
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })

type Mention = Incoming['entities'][number]

const mentionsIn = ({ entities }: Incoming): Mention[] =>
  entities.filter(({ type }) => type.toLowerCase() === 'mention')

const isOurs =
  ({ recipient }: Incoming) =>
  ({ mentioned }: Mention): boolean =>
    mentioned !== undefined && mentioned.id === recipient?.id

/** Whether a message calls us by name: in a conversation of several people the rest is not for us. */
export const mentionsUs = (incoming: Incoming): boolean => mentionsIn(incoming).some(isOurs(incoming))

/** The words. Only the mention of ours goes, by its own text; people who are mentioned keep their name, without the tag. */
export function wordsIn(incoming: Incoming): string {
  let text = incoming.text ?? ''
  for (const mention of mentionsIn(incoming)) {
    if (!mention.text) continue
    const instead = isOurs(incoming)(mention) ? ' ' : mention.text.replace(/<\/?at[^>]*>/gi, '')
    text = text.replace(mention.text, () => instead)
  }
  return decode(text)
    .replace(/\u00a0/g, ' ')
    .trim()
}
