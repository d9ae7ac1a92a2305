import type { WidgetConfig } from './config.ts'
import { h, icon } from './dom.ts'
import { type Kept, keptFor } from './kept.ts'
import style from './launcher.css'
import type { Panel } from './panel/panel.ts'
import { themeOf } from './theme.ts'

/**
 * `<loket-wijzer city lang topic open page>`: what stands inside is shown until we can do better, and stays when we
 * cannot. Then there is a button, and when that is pressed a conversation, which loads only then.
 */

/** A balloon with an arrow: say it, and be sent on. */
const sign = 'M4 4h16a2 2 0 0 1 2 2v10a2 2 0 0 1-2 2h-8l-5 4v-4H4a2 2 0 0 1-2-2V6a2 2 0 0 1 2-2ZM8 11h8M13 8l3 3-3 3'

const home = new URL(import.meta.url).origin
/** One on a page: a second would be a second conversation. It keeps showing what stands inside it. */
let first: HTMLElement | undefined

class LoketWijzer extends HTMLElement {
  static observedAttributes = ['city', 'lang', 'topic', 'open']

  #root = this.attachShadow({ mode: 'open' })
  #button = h('button.launcher', {
    type: 'button',
    part: 'launcher',
    'aria-expanded': 'false',
    'aria-haspopup': 'dialog',
    click: () => void this.#show(true),
  })
  #panel: Panel | undefined
  #config: WidgetConfig | undefined
  #asked = ''
  #hostLanguage = new MutationObserver(() => void this.#refresh())

  connectedCallback(): void {
    first ??= this
    if (!this.#config) this.#root.replaceChildren(h('slot'))
    if (first !== this) return
    this.#hostLanguage.observe(document.documentElement, { attributeFilter: ['lang'] })
    document.addEventListener('focusin', this.#giveWay)
    void this.#refresh()
  }

  disconnectedCallback(): void {
    this.#hostLanguage.disconnect()
    document.removeEventListener('focusin', this.#giveWay)
    this.#panel?.leave()
    if (first === this) first = undefined
  }

  attributeChangedCallback(name: string, before: string | null, now: string | null): void {
    if (!this.isConnected || first !== this || before === now) return
    if (name !== 'open') return void this.#refresh()
    if (now === null) this.#panel?.hide()
    else void this.#show(false)
  }

  get #kept(): Kept {
    return keptFor(this.getAttribute('city') ?? '')
  }

  /** Fetches what the city says for the language and topic of the moment, and shows the button in it. */
  async #refresh(): Promise<void> {
    const asked = this.#address()
    if (asked === this.#asked) return
    this.#asked = asked
    const config = await getJson<WidgetConfig>(asked)
    if (!config || asked !== this.#asked) return
    const isNew = !this.#config
    this.#config = config
    this.#draw(config)
    this.#panel?.update(config)
    if (isNew && (this.hasAttribute('page') || this.hasAttribute('open') || this.#wasOpen())) void this.#show(false)
  }

  #address(language?: string): string {
    const spoken = this.closest('[lang]')?.getAttribute('lang') ?? document.documentElement.lang
    const chosen = language ?? (this.hasAttribute('page') ? undefined : this.#kept.get().lang)
    const lang = chosen ?? spoken.slice(0, 2).toLowerCase()
    const topic = this.getAttribute('topic')
    const file = [this.getAttribute('city') ?? '', lang].filter(Boolean).map(encodeURIComponent).join('.')
    return `${home}/widget/${file}.json${topic ? `?topic=${encodeURIComponent(topic)}` : ''}`
  }

  /** On a phone a conversation covers the page: it never opens over a new page by itself. */
  #wasOpen(): boolean {
    return this.#kept.get().open === true && !matchMedia('(max-width: 480px)').matches
  }

  #draw(config: WidgetConfig): void {
    const sheets = [sheetOf(style), sheetOf(themeOf(config))]
    this.#root.adoptedStyleSheets = [...sheets, ...this.#root.adoptedStyleSheets.slice(sheets.length)]
    if (this.hasAttribute('page')) return
    const names = config.langs.map((lang) => h('span', { lang }, config.texts[lang]?.launch ?? ''))
    this.#button.replaceChildren(icon(sign), h('span', {}, ...names))
    if (!this.#button.isConnected) this.#root.replaceChildren(this.#button)
  }

  async #show(byHand: boolean): Promise<void> {
    const config = this.#config
    if (!config) return
    if (!this.#panel) {
      this.#button.ariaBusy = 'true'
      const panel = await loadPanel()
      this.#button.ariaBusy = null
      // Without it there is still the page: what stands inside leads there.
      if (!panel) return this.#giveUp()
      this.#panel ??= panel.panelIn({
        host: this,
        root: this.#root,
        config,
        home,
        kept: this.#kept,
        onPage: this.hasAttribute('page'),
        speak: (lang) => getJson<WidgetConfig>(this.#address(lang)),
        closed: (hadFocus) => this.#closed(hadFocus),
      })
    }
    this.#panel.show(byHand)
    this.#button.ariaExpanded = 'true'
  }

  #giveUp(): void {
    this.#root.adoptedStyleSheets = []
    this.#root.replaceChildren(h('slot'))
  }

  #closed(hadFocus: boolean): void {
    this.#button.ariaExpanded = 'false'
    if (this.hasAttribute('open')) this.removeAttribute('open')
    if (hadFocus) this.#button.focus()
  }

  /** WCAG 2.4.11: the button steps aside while it covers what has focus on the page. */
  #giveWay = ({ target }: Event): void => {
    const covered = target instanceof Element && target !== this && overlap(target, this.#button)
    this.#button.toggleAttribute('data-aside', covered)
  }
}

const overlap = (a: Element, b: Element): boolean => {
  const [one, other] = [a.getBoundingClientRect(), b.getBoundingClientRect()]
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom
}

const sheetOf = (css: string): CSSStyleSheet => {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(css)
  return sheet
}

/** Undefined for whatever goes wrong: then the page stays as it is. */
const getJson = async <T>(url: string): Promise<T | undefined> => {
  const answer = await fetch(url, { credentials: 'omit', referrerPolicy: 'no-referrer' }).catch(() => undefined)
  return answer?.ok ? ((await answer.json().catch(() => undefined)) as T | undefined) : undefined
}

/** The conversation's own script. A browser that can check its bytes does so first: the import then takes what was checked. */
const loadPanel = async (): Promise<typeof import('./panel/panel.ts') | undefined> => {
  const url = `${home}/widget/${PANEL_FILE}`
  const link = h('link')
  if (link.relList.supports('modulepreload')) {
    const right = await new Promise<boolean>((settle) => {
      Object.assign(link, { rel: 'modulepreload', integrity: PANEL_INTEGRITY, crossOrigin: 'anonymous', href: url })
      link.onload = () => settle(true)
      link.onerror = () => settle(false)
      document.head.append(link)
    })
    link.remove()
    if (!right) return undefined
  }
  return import(url).catch(() => undefined)
}

if (!customElements.get('loket-wijzer')) customElements.define('loket-wijzer', LoketWijzer)
