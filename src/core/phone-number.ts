/** A number as people write it, as digits that can be called, with an optional + before them; null when it is none. */
export function callableNumber(written: string): string | null {
  const text = written.trim()
  if (!/^\+?[\d\s./()-]{8,25}$/.test(text)) return null
  const number = text.replace(/(?!^\+)\D/g, '')
  return /^\+?\d{8,15}$/.test(number) ? number : null
}
