import { lang } from './scene.ts'

/** "juni 2024" for `2024-06`; as much as the date tells. Undefined for what is no date. */
export const dateIn = (date: string | null | undefined): string | undefined => {
  if (!date?.[4]) return date ?? undefined
  const day = date[7] ? ({ dateStyle: 'long' } as const) : ({ year: 'numeric', month: 'long' } as const)
  return new Date(date).toLocaleDateString(`${lang()}-BE`, { ...day, timeZone: 'UTC' })
}
