import type { Catalogue, City } from '../../src/core/catalogue.ts'
import { identifierForms } from '../../src/core/identifier-forms.ts'
import { inLanguage, type WrittenLanguage } from '../../src/core/language.ts'
import type { Adapter, Assistant, Endpoint } from '../../src/core/ports.ts'
import type { WidgetFiles } from '../../src/core/widget-files.ts'
import type { WidgetConfig } from './widget/config.ts'
import { type TextName, texts } from './widget/texts.ts'

export type EmbedParts = {
  assistant: Pick<Assistant, 'say'>
  catalogue: Catalogue
  /** Asked for with the first request. */
  widget: () => WidgetFiles
  /** Days that the words of a conversation are kept. */
  retentionDays: number
}

/** Public, and for pages of others: these files, and only these, may be read by every origin. */
const open = {
  'access-control-allow-origin': '*',
  'cross-origin-resource-policy': 'cross-origin',
  'x-content-type-options': 'nosniff',
}

const script = 'text/javascript; charset=utf-8'

/** The web's way in, with the files that bring it into pages of others. */
export const withWidget = (web: Adapter, parts: EmbedParts): Adapter => ({
  ...web,
  endpoints: [...(web.endpoints ?? []), ...embedEndpoints(parts)],
})

/** `/widget.js`, the same under a name that never changes its meaning, and what the widget says in a city. */
function embedEndpoints(parts: EmbedParts): Endpoint[] {
  let read: WidgetFiles | undefined
  const widget = (): WidgetFiles => {
    read ??= parts.widget()
    return read
  }
  return [
    {
      method: 'GET',
      path: '/widget.js',
      largestBody: 0,
      handle: async () => {
        const { entry, files } = widget()
        return reply(files[entry]?.body ?? '', script, 'public, max-age=300, stale-while-revalidate=86400')
      },
    },
    {
      method: 'GET',
      path: '/widget/:file',
      largestBody: 0,
      handle: async (_received, { file = '' }) => {
        const { files } = widget()
        const kept = Object.hasOwn(files, file) ? files[file] : undefined
        return kept ? reply(kept.body, script, 'public, max-age=31536000, immutable') : missing()
      },
    },
    {
      method: 'GET',
      path: '/widget.json',
      largestBody: 0,
      handle: async ({ request }) => {
        const { city, lang, topic } = Object.fromEntries(new URL(request.url).searchParams)
        const known = city && Object.hasOwn(parts.catalogue.cities, city) ? parts.catalogue.cities[city] : undefined
        if (!known) return missing()
        const config = JSON.stringify(configOf(known, lang, topic, parts))
        return reply(config, 'application/json', 'public, max-age=300, stale-while-revalidate=86400')
      },
    },
  ]
}

const missing = (): Response => new Response(null, { status: 404, headers: open })

const reply = (body: string, type: string, cache: string): Response =>
  new Response(body, { headers: { ...open, 'content-type': type, 'cache-control': cache } })

function configOf(city: City, lang: string | undefined, topic: string | undefined, parts: EmbedParts): WidgetConfig {
  const { assistant, catalogue } = parts
  const langs = shown(city, lang)
  const phone = city.firstLine.channels.find(({ type, fact }) => type === 'phone' && fact)?.fact?.value
  return {
    city: city.id,
    langs,
    languages: spoken(city).map((one) => ({ lang: one, name: assistant.say(`page.language.${one}`, one, city.id) })),
    texts: Object.fromEntries(langs.map((one) => [one, textsIn(one, city, parts)])),
    examples: Object.fromEntries(langs.map((one) => [one, examplesIn(one, city, topic, parts)])),
    theme: themeOf(city),
    phone: typeof phone === 'string' ? phone : null,
    numbers: catalogue.publicNumbers,
    forms: identifierForms,
  }
}

const system = 'system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif'

/**
 * The city's colours as the only thing that differs between cities. A page of others may set `--loketwijzer-accent` and
 * its like; then the contrast, which the build checks for the city's own colours, is the page's to keep.
 */
function themeOf({ theme: { accent, onAccent, accentText, radius, font } }: City): string {
  const own = { accent, 'on-accent': onAccent, 'accent-text': accentText, radius }
  const tokens = Object.entries(own).map(([name, value]) => `--${name}:var(--loketwijzer-${name},${value})`)
  const face = font === 'system' ? [`font-family:var(--loketwijzer-font,${system})!important`] : []
  return `:host{${[...tokens, ...face].join(';')}}`
}

/** Languages that the city's policy allows, the official ones first. */
const spoken = ({ languages: { official, courtesy } }: City): WrittenLanguage[] => [
  ...new Set([...official, ...courtesy]),
]

/** The language that is asked for, if the city speaks it; else as the city opens: in its first, or in all that count. */
function shown(city: City, lang: string | undefined): WidgetConfig['langs'] {
  const asked = spoken(city).find((one) => one === lang)
  if (asked) return [asked]
  const [first = 'nl', ...others] = city.languages.official
  return city.languages.unknown === 'all-official' ? [first, ...others] : [first]
}

function textsIn(lang: WrittenLanguage, city: City, parts: EmbedParts): Record<TextName, string> {
  const values = { city: inLanguage(city.name, lang), days: String(parts.retentionDays) }
  return Object.fromEntries(
    Object.entries(texts).map(([name, message]) => [name, parts.assistant.say(message, lang, city.id, values)]),
  ) as Record<TextName, string>
}

const mostExamples = 3

/** Questions to begin with: about the page that the visitor is on and what is close to it, or what is asked most. */
function examplesIn(lang: WrittenLanguage, city: City, topic: string | undefined, parts: EmbedParts): string[] {
  const service = topic && Object.hasOwn(city.services, topic) ? city.services[topic] : undefined
  if (service) {
    const near = Object.values(city.services).filter(({ id, theme }) => id !== service.id && theme === service.theme)
    return [service, ...near].slice(0, mostExamples).map(({ name }) => inLanguage(name, lang))
  }
  const prefix = 'page.example.'
  return Object.keys(parts.catalogue.messages)
    .filter((name) => name.startsWith(prefix) && city.concepts[name.slice(prefix.length)])
    .slice(0, mostExamples)
    .map((name) => parts.assistant.say(name, lang, city.id))
}
