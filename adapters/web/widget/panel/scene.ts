import type { Lang, WidgetConfig } from '../config.ts'
import type { Kept } from '../kept.ts'
import type { TextName } from '../texts.ts'
import { h, type Part } from './dom.ts'

/** Where the conversation is held. A page has one, so it stands here once, and is not handed from part to part. */
export type Scene = {
  host: HTMLElement
  root: ShadowRoot
  config: WidgetConfig
  /** Our origin. */
  home: string
  kept: Kept
  /** Fills its place on a page of ours, without a button or a way to close it. */
  onPage: boolean
  /** The same in another language. */
  speak(lang: Lang): Promise<WidgetConfig | undefined>
  /** `hadFocus`: focus was inside, and needs another place. */
  closed(hadFocus: boolean): void
}

export let scene: Scene
export const enter = (entered: Scene): void => {
  scene = entered
}
export const reword = (config: WidgetConfig): void => {
  scene.config = config
}

export const kept = (): ReturnType<Kept['get']> => scene.kept.get()
export const keep: Kept['set'] = (change) => scene.kept.set(change)

/** The language that was chosen; undefined while several have equal weight. */
export const chosen = (): Lang | undefined => (scene.config.langs[1] ? undefined : scene.config.langs[0])
/** The language of the widget, or the first of several. */
export const lang = (): Lang => scene.config.langs[0]

type Values = Record<string, string | number | null | undefined>

const inEach = (name: TextName, values: Values = {}): string[] =>
  scene.config.langs.map((one) =>
    (scene.config.texts[one]?.[name] ?? '').replace(/{(\w+)}/g, (_, key: string) => `${values[key]}`),
  )

/** A text of the widget on one line, where no tags can be: names of controls, announcements. */
export const plain = (name: TextName, values?: Values): string => [...new Set(inEach(name, values))].join(' · ')

/** A text of the widget, each language tagged with its own. */
export const tell = (name: TextName, values?: Values): Part => {
  const said = inEach(name, values)
  return new Set(said).size > 1
    ? said.map((text, at) => h('span.tongue', { lang: scene.config.langs[at] }, text))
    : said[0]
}

/** A page of ours about the city, in the language of the widget. */
export const pageOf = (path: string): string => `${scene.home}/${path}${chosen() ? `?lang=${lang()}` : ''}`

/** A list, and what stands in each of its items. Safari takes a list without bullets for none, unless it is told. */
export const list = <T>(kind: string, items: readonly T[], inside: (item: T, at: number) => Part): HTMLElement =>
  h(
    kind,
    { role: 'list' },
    items.map((item, at) => h('li', inside(item, at))),
  )

/** A button that does something here. */
export const button = (kind: string, click: () => void, ...parts: Part[]): HTMLButtonElement =>
  h(`button.${kind}`, { type: 'button', click }, parts)
