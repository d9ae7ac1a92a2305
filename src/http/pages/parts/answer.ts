import { html } from 'hono/html'
import type { Answer } from '../../../core/ask.ts'
import type { PublicService } from '../../../core/catalogue.ts'
import { inLanguage } from '../../../core/language.ts'
import { findOrganisation, findService } from '../../../dialogue/targets.ts'
import { factList } from './facts.ts'
import { addressFrom } from './languages.ts'
import { organisationPath, servicePath } from './links.ts'
import { firstSentence, withoutNotes } from './prose.ts'
import { sourceList } from './sources.ts'
import { type Html, sentence, tell, type Voice, written } from './voice.ts'
import { waysIn } from './ways-in.ts'

type Show = {
  voice: Voice
  /** Level of the title; what stands below it is one deeper. */
  level: number
  /** Said beside the answer: notices. */
  lead?: string[]
  /** Leaves out the link to the page of the service, on that page itself. */
  ownPage?: boolean
}

/** One answer: title, what to do, ways in, facts, and where all that comes from. */
export function answerBody(answer: Answer, { voice, level, lead = [], ownPage = false }: Show): Html {
  const { text, notes } = withoutNotes(answer, voice)
  const [first, rest] = firstSentence(text)
  const service = answer.service ? findService(voice.catalogue, answer.service) : undefined
  return html`<h${level}>${answer.title}</h${level}>
<p class="lead">${first}</p>
${rest ? html`<p>${rest}</p>` : ''}
${[...lead, ...notes].map((note) => html`<p class="note">${note}</p>`)}
${service ? translation(service, voice) : ''}
${waysIn(answer.channels, voice, level + 1)}
${service?.evidence ? html`<section><h${level + 1}>${tell(voice, 'page.evidence')}</h${level + 1}><p>${inLanguage(service.evidence, voice.langs[0])}</p></section>` : ''}
${factList(answer.facts, voice, level + 1)}
${sourceList(answer.sources, voice, level + 1)}
${pages(answer, voice, ownPage)}`
}

/** Beside a courtesy translation stands the text that counts. */
function translation({ name, answer }: PublicService, voice: Voice): Html | '' {
  const [lang] = voice.langs
  const official = voice.city?.languages.official ?? [lang]
  if (official.includes(lang)) return ''
  const texts = official.map(
    (own) =>
      html`<details class="official"><summary>${tell(voice, 'page.official')} (${sentence(voice, lang, `page.language.${own}`)})</summary><div lang="${own}"><p><strong>${inLanguage(name, own)}</strong></p><p>${inLanguage(answer, own)}</p></div></details>`,
  )
  return html`<p class="note">${tell(voice, 'translation')}</p>${texts}`
}

/** Links to the page of the service and of the body behind it; on its own page a thing is not linked to. */
function pages({ service, organisation }: Answer, voice: Voice, ownPage: boolean): Html | '' {
  const body = organisation && (service || !ownPage) ? findOrganisation(voice.catalogue, organisation) : undefined
  const page = service && !ownPage ? findService(voice.catalogue, service) : undefined
  if (!body && !page) return ''
  const link = (path: string, words: Html): Html =>
    html`<a target="_top" href="${addressFrom(voice, path)}">${words}</a>`
  const who = body
    ? html`<li>${tell(voice, 'page.by')} ${link(organisationPath(body.id), written(body.name, voice.langs[0]))}</li>`
    : ''
  const keep = page ? html`<li>${link(servicePath(page.id), tell(voice, 'page.keep'))}</li>` : ''
  return html`<ul class="pages">${who}${keep}</ul>`
}
