let segmenter: Intl.Segmenter | undefined

/** Made when the first text is cut: it takes longer than all the rest of a start. */
function graphemes(): Intl.Segmenter {
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' })
  return segmenter
}

/** Where the last whole grapheme ends within `limit` UTF-16 units; when not even the first fits, its last whole code point. */
export function graphemeBorder(text: string, limit: number): number {
  let end = 0
  // A grapheme rarely has more than a few units, so looking a little past the limit tells where it is cut.
  for (const { index, segment } of graphemes().segment(text.slice(0, limit + 64))) {
    if (index + segment.length > limit) break
    end = index + segment.length
  }
  if (end > 0) return end
  const before = text.charCodeAt(limit - 1)
  return before >= 0xd800 && before <= 0xdbff ? limit - 1 : limit
}

/** The text, or as much of it as fits with an ellipsis, never half a character. */
export function cut(text: string, limit: number): string {
  if (text.length <= limit) return text
  return `${text.slice(0, graphemeBorder(text, limit - 1)).trimEnd()}…`
}
