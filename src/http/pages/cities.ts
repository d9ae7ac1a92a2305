import type { Hono } from 'hono'
import { html } from 'hono/html'
import type { Catalogue, City } from '../../core/catalogue.ts'
import type { AppParts } from '../app.ts'
import { addressIn, allLanguages, languagesOf } from './parts/languages.ts'
import { layout } from './parts/layout.ts'
import { type Html, plainly, sentence, tell, type Voice } from './parts/voice.ts'
import { keep, notAllowed } from './route.ts'

/** `/`: the cities, in every language, since nothing tells yet which one the visitor reads. */
export function citiesPage(app: Hono, { catalogue }: AppParts): void {
  app.get('/', (context) => context.html(render(catalogue), 200, keep))
  app.all('/', notAllowed(catalogue, 'GET, HEAD'))
}

function render(catalogue: Catalogue): Html {
  const voice: Voice = { catalogue, city: null, langs: allLanguages }
  const main = html`<div class="wide"><h1>${tell(voice, 'page.cities.title')}</h1>
<p class="intro">${tell(voice, 'page.cities.intro')}</p>
<ul class="cities">${Object.values(catalogue.cities).map((city) => html`<li>${card(city, voice)}</li>`)}</ul></div>`
  return layout({ title: plainly(voice, 'page.cities.title'), voice, languages: '', main, bare: true })
}

function card(city: City, voice: Voice): Html {
  const names = [...new Set(allLanguages.map((lang) => city.name[lang] ?? city.name.nl))].join(' · ')
  const links = languagesOf(city).map((lang) => html`<li>${languageLink(city, lang, voice)}</li>`)
  return html`<h2><a href="/${city.id}">${names}</a></h2><ul class="in">${links}</ul>`
}

/** "Français" alone says little to who hears only the links: the name of the city goes with it. */
function languageLink(city: City, lang: (typeof allLanguages)[number], voice: Voice): Html {
  const name = sentence(voice, lang, `page.language.${lang}`)
  return html`<a href="${addressIn(`/${city.id}`, lang, city)}" lang="${lang}" hreflang="${lang}" aria-label="${name}, ${city.name[lang] ?? city.name.nl}">${name}</a>`
}
