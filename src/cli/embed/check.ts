import { isLoopback } from '../../env/variable.ts'
import type { Page } from './page.ts'
import { allows, forbidsScripts } from './policy.ts'
import type { Place } from './tags.ts'

type Tag = Page['elements'][number]

/** Everything that keeps the widget from working on a page, a sentence each; in Dutch, for who looks after the site. */
export function faultsOf(page: Page, place: Place): string[] {
  const scripts = page.elements.filter(
    ({ name, attributes }) => name === 'script' && isOurs(attributes.src, page, place),
  )
  const widgets = page.elements.filter(({ name }) => name === 'loket-wijzer')
  return [
    ...scriptFaults(scripts, page, place),
    ...elementFaults(widgets, place),
    ...policyFaults(page, place, scripts[0]),
    ...originFaults(page, place),
  ]
}

const addressOf = (src: string | undefined, { base }: Page): URL | undefined =>
  src && URL.canParse(src, base) ? new URL(src, base) : undefined

function isOurs(src: string | undefined, page: Page, { home }: Place): boolean {
  const url = addressOf(src, page)
  return url?.origin === home && /^\/widget(\.js$|\/)/.test(url.pathname)
}

function scriptFaults(scripts: Tag[], page: Page, place: Place): string[] {
  if (scripts.length === 0)
    return [`Het script ontbreekt: <script type="module" src="${place.home}/widget.js"></script>`]
  return [
    ...(scripts.length > 1 ? [`Het script staat er ${scripts.length} keer. Eén keer is genoeg.`] : []),
    ...scripts.flatMap((script) => tagFaults(script, page, place)),
  ]
}

function tagFaults({ attributes: { type, src, integrity } }: Tag, page: Page, { home, widget }: Place): string[] {
  const name = addressOf(src, page)?.pathname.replace(/^\/widget\//, '') ?? ''
  const file = Object.hasOwn(widget.files, name) ? widget.files[name] : undefined
  const isFixed = name !== '/widget.js'
  return [
    ...(type === 'module' ? [] : ['De tag van het script mist type="module"; zonder werkt het niet.']),
    ...(isFixed && !file ? [`${home}/widget/${name} is er niet meer. Vraag de nieuwe tag met: npm run embed.`] : []),
    ...(isFixed && file && integrity && integrity !== file.integrity
      ? ['De integrity van het script klopt niet: browsers weigeren het. Neem die van: npm run embed.']
      : []),
    ...(!isFixed && integrity
      ? [
          `${home}/widget.js verandert met elke versie, dus met integrity stopt het ooit. Neem dan ${home}/widget/${widget.entry}.`,
        ]
      : []),
  ]
}

function elementFaults(widgets: Tag[], { city }: Place): string[] {
  const [first] = widgets
  if (!first) return [`De tag <loket-wijzer city="${city.id}"> ontbreekt.`]
  const named = first.attributes.city
  return [
    ...(widgets.length > 1
      ? [`<loket-wijzer> staat er ${widgets.length} keer. Alleen de eerste werkt; de andere tonen hun link.`]
      : []),
    ...(named === city.id
      ? []
      : [`<loket-wijzer> noemt city="${named ?? ''}"; voor ${city.name.nl} is dat "${city.id}".`]),
    ...(first.inside.includes('a')
      ? []
      : ['In <loket-wijzer> staat geen link. Wie geen JavaScript heeft, vindt de assistent dan niet.']),
  ]
}

function policyFaults({ policies }: Page, { home }: Place, script: Tag | undefined): string[] {
  const nonce = script?.attributes.nonce
  const url = `${home}/widget.js`
  const blocks = (directive: 'script-src' | 'connect-src'): boolean =>
    policies.some(
      (policy) => !allows(policy, { directive, url, nonce: directive === 'script-src' ? nonce : undefined }),
    )
  return [
    ...(blocks('script-src') ? [`De CSP van de pagina houdt het script tegen. Voeg toe: script-src ${home}`] : []),
    ...(blocks('connect-src') ? [`De CSP van de pagina houdt de vragen tegen. Voeg toe: connect-src ${home}`] : []),
    ...(policies.some(forbidsScripts) ? ['De CSP zet de pagina in een sandbox zonder allow-scripts.'] : []),
  ]
}

function originFaults({ origin }: Page, { home, origins, city }: Place): string[] {
  if (!origin) return []
  const isMixed = origin.startsWith('https:') && home.startsWith('http:') && !isLoopback(home)
  return [
    ...(origin === home || origins.includes(origin)
      ? []
      : [
          `${origin} staat niet op onze lijst. Zet het bij widgetOrigins in knowledge/${city.id}/city.yaml, of in WIDGET_ORIGINS.`,
        ]),
    ...(isMixed ? [`De pagina is https en ${home} niet: browsers laden dat niet.`] : []),
  ]
}
