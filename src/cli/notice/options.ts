import { momentOf } from '../../core/hours/wall-clock.ts'
import type { Notice } from '../../core/notice.ts'
import { signInOptions } from '../desk/signed-in.ts'

export const options = {
  city: { type: 'string' },
  nl: { type: 'string' },
  fr: { type: 'string' },
  en: { type: 'string' },
  from: { type: 'string' },
  until: { type: 'string' },
  service: { type: 'string', multiple: true },
  location: { type: 'string', multiple: true },
  district: { type: 'string', multiple: true },
  closes: { type: 'boolean' },
  preview: { type: 'boolean' },
  list: { type: 'boolean' },
  end: { type: 'string' },
  ...signInOptions,
  help: { type: 'boolean' },
} as const

export type Values = {
  [name in keyof typeof options]?:
    | ((typeof options)[name] extends { multiple: true }
        ? string[]
        : (typeof options)[name]['type'] extends 'boolean'
          ? boolean
          : string)
    | undefined
}

/** The notice that somebody asks for. `now`: when it begins unless they say. @throws when a moment cannot be read. */
export function noticeFrom(
  { nl, fr, en, from, until, service, location, district, closes }: Values,
  now: number,
): Notice {
  if (!nl || !until) throw new Error('a notice needs --nl and --until')
  return {
    id: crypto.randomUUID(),
    from: from ? momentIn(from) : new Date(now).toISOString(),
    until: momentIn(until),
    text: { nl, ...(fr ? { fr } : {}), ...(en ? { en } : {}) },
    services: service ?? [],
    locations: location ?? [],
    districts: district ?? [],
    closes: closes ?? false,
  }
}

/** `2026-12-24T12:00` by the clock on the wall, or with its offset. */
function momentIn(text: string): string {
  const wall = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})$/.exec(text)
  const at = wall ? momentOf(wall[1] ?? '', wall[2] ?? '') : Date.parse(text)
  if (Number.isNaN(at)) throw new Error(`"${text}" is no moment: write 2026-12-24T12:00`)
  return new Date(at).toISOString()
}
