import type { Lang, WidgetConfig } from './config.ts'
import { h, icon, put, sheet } from './dom.ts'
import { keptFor } from './kept.ts'
import style from './launcher.css'
import type { Panel } from './panel/panel.ts'

/**
 * `<loket-wijzer city lang topic open page>`: what stands inside is shown until we can do better, and stays when we
 * cannot. Then there is a button, and when that is pressed a conversation, which loads only then.
 */

/** A balloon with an arrow: say it, and be sent on. */
const sign = 'M3 4h18v14h-9l-5 4v-4H3zM8 11h8M13 8l3 3-3 3'

const home = new URL(import.meta.url).origin
/** One on a page: a second would be a second conversation. It keeps showing what stands inside it. */
let first: HTMLElement | undefined

class LoketWijzer extends HTMLElement {
  static observedAttributes = ['city', 'lang', 'topic', 'open']
  /** The panel makes its elements with these too. */
  static h = h
  static put = put
  static icon = icon
  static sheet = sheet

  #root = this.attachShadow({ mode: 'open' })
  #button = h('button.launcher', {
    part: 'launcher',
    'aria-expanded': 'false',
    click: () => this.#show(true),
  })
  #panel: Panel | undefined
  #config: WidgetConfig | undefined
  #asked = ''
  #pageLanguage = new MutationObserver(() => this.#refresh())

  connectedCallback(): void {
    first ??= this
    if (!this.#config) this.#giveUp()
    if (first !== this) return
    this.#pageLanguage.observe(document.documentElement, { attributeFilter: ['lang'] })
    document.addEventListener('focusin', this.#giveWay)
    // What will open anyway loads while we hear what the city says. The first look into storage takes a browser long,
    // so what does not need it goes first.
    if (this.matches('[page],[open]')) void loadPanel()
    this.#refresh()
    if (this.#opens()) void loadPanel()
  }

  disconnectedCallback(): void {
    this.#pageLanguage.disconnect()
    document.removeEventListener('focusin', this.#giveWay)
    this.#panel?.leave()
    if (first === this) first = undefined
  }

  attributeChangedCallback(name: string, _before: string | null, now: string | null): void {
    if (!this.isConnected || first !== this) return
    if (name !== 'open') this.#refresh()
    else if (now === null) this.#panel?.hide()
    else this.#show(false)
  }

  #is(name: string): string | null {
    return this.getAttribute(name)
  }

  #kept() {
    return keptFor(this.#is('city') ?? '')
  }

  /** What the city says for a language and the topic of the moment; undefined, and the page stays as it is. */
  async #fetch(asked: string): Promise<WidgetConfig | undefined> {
    const answer = await fetch(`${home}/widget.json?${asked}`).catch(() => undefined)
    return answer?.ok ? answer.json().catch(() => undefined) : undefined
  }

  /** In a language that was chosen, or that of the page. */
  #query(chosen?: Lang | false): string {
    const spoken = this.closest('[lang]')?.getAttribute('lang') ?? document.documentElement.lang
    const lang = chosen || spoken.slice(0, 2)
    return `${new URLSearchParams({ city: this.#is('city') ?? '', lang, topic: this.#is('topic') ?? '' })}`
  }

  async #refresh(): Promise<void> {
    const spoken = this.#query()
    const begun = spoken !== this.#asked && this.#fetch(spoken)
    // On a page of ours the page itself has the choice of language.
    const asked = this.#query(this.#is('page') === null && this.#kept().get().lang)
    if (asked === this.#asked) return
    this.#asked = asked
    const config = await ((asked === spoken && begun) || this.#fetch(asked))
    if (!config || asked !== this.#asked) return
    const isNew = !this.#config
    this.#config = config
    this.#draw(config)
    this.#panel?.update(config)
    if (isNew && this.#opens()) this.#show(false)
  }

  /** Whether it opens by itself. On a phone a conversation covers the page: it never does so over a new page. */
  #opens(): boolean {
    const wasOpen = this.#kept().get().open && !matchMedia('(max-width: 480px)').matches
    return wasOpen || this.matches('[page],[open]')
  }

  #draw({ theme, langs, texts }: WidgetConfig): void {
    const [, , ...others] = this.#root.adoptedStyleSheets
    this.#root.adoptedStyleSheets = [sheet(style), sheet(theme), ...others]
    this.#button.textContent = ''
    put(this.#button, [
      icon(sign),
      h(
        'span',
        langs.map((lang) => h('span.tongue', { lang }, texts[lang]?.launch)),
      ),
    ])
    if (this.#is('page') === null && !this.#button.isConnected) this.#root.replaceChildren(this.#button)
  }

  async #show(byHand: boolean): Promise<void> {
    const config = this.#config
    if (!config) return
    if (!this.#panel) {
      const loaded = await loadPanel()
      // Without it there is still the page: what stands inside leads there.
      if (!loaded) return this.#giveUp()
      this.#panel ??= loaded.panelIn({
        host: this,
        root: this.#root,
        config,
        home,
        kept: this.#kept(),
        onPage: this.#is('page') !== null,
        speak: (lang) => this.#fetch(this.#query(lang)),
        closed: (hadFocus) => {
          this.#button.ariaExpanded = 'false'
          this.removeAttribute('open')
          if (hadFocus) this.#button.focus()
        },
      })
    }
    this.#panel.show(byHand)
    this.#button.ariaExpanded = 'true'
  }

  #giveUp(): void {
    this.#root.adoptedStyleSheets = []
    this.#root.replaceChildren(h('slot'))
  }

  /** WCAG 2.4.11: the button steps aside while it covers what has focus on the page. */
  #giveWay = ({ target }: Event): void => {
    const [a, b] = [target as Element, this.#button].map((one) => one.getBoundingClientRect()) as [DOMRect, DOMRect]
    const covered = a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
    this.#button.toggleAttribute('data-aside', covered && target !== this)
  }
}

let loading: Promise<typeof import('./panel/panel.ts') | undefined> | undefined
const loadPanel = (): typeof loading => {
  loading ??= checkedPanel()
  return loading
}

/** The conversation's own script. A browser that can check its bytes does so first: the import then takes what was checked. */
const checkedPanel = async (): Promise<typeof import('./panel/panel.ts') | undefined> => {
  const url = `${home}/widget/${PANEL_FILE}`
  const link = h('link', { rel: 'modulepreload', integrity: PANEL_INTEGRITY, crossorigin: '', href: url })
  if (link.relList.supports('modulepreload')) {
    const right = await new Promise((settle) => {
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
