import { inLanguage } from '../core/language.ts'
import { aboutPlace, isStreet } from './about-place.ts'
import { say, wording } from './say.ts'
import { findService } from './targets.ts'
import type { Decision, Turn } from './turn-state.ts'
import type { World } from './world.ts'

/** What is said before the answers themselves. */
export function lead(decision: Decision, turn: Turn, world: World): string[] {
  const { outcome, subject = '' } = decision
  const { catalogue } = world
  const city = turn.city ? inLanguage(catalogue.cities[turn.city]?.name ?? { nl: '' }, turn.lang) : ''
  const said = decision.say ? say(world, turn, decision.say, { city }) : undefined
  const cityName = turn.city ? catalogue.cities[turn.city]?.name : undefined
  const hidden = turn.personalData.filter((kind) => kind !== 'address')
  const notices = [
    ...(hidden.length > 0 && outcome !== 'refused.personal-data' ? [say(world, turn, 'personalData')] : []),
    ...(turn.cityFromText && turn.input.city && cityName && !turn.elsewhere
      ? [say(world, turn, 'forCity', { city: inLanguage(cityName, turn.lang) })]
      : []),
    ...aboutPlace(decision, turn, world),
  ]
  if (outcome === 'crisis') return [crisisText(subject, turn, world)]
  if (outcome === 'refused.personal-data') return [say(world, turn, 'personalData.only')]
  if (outcome === 'answered.about')
    return [said ?? wording(world, turn, catalogue.about[subject] ?? { je: '', u: '', fr: '', en: '' }), ...notices]
  if (outcome === 'answered.steps')
    return [
      wording(world, turn, catalogue.lifeEvents[subject]?.opening ?? { je: '', u: '', fr: '', en: '' }),
      ...notices,
    ]
  if (outcome === 'clarifying.service')
    return [
      said ?? (decision.question ? wording(world, turn, decision.question) : say(world, turn, 'clarify.service')),
      ...notices,
    ]
  if (outcome === 'clarifying.city') {
    const question = turn.homonym
      ? say(world, turn, 'clarify.homonym', { place: turn.homonym.name })
      : say(world, turn, 'clarify.city')
    return [said ?? question, ...notices]
  }
  if (outcome === 'clarifying.district')
    return [say(world, turn, isStreet(turn) ? 'address.unknown' : 'clarify.district'), ...notices]
  if (outcome === 'unanswerable.out-of-scope') return [said ?? say(world, turn, 'outOfScope'), ...notices]
  if (outcome === 'handed-off' && !turn.city) return [say(world, turn, 'handoff.noCity'), ...notices]
  return [...(said ? [said] : []), ...prepareReport(decision, turn, world), ...notices]
}

/** What to have at hand for a report, where the page does not say it itself. We take none in. */
function prepareReport({ outcome, targets }: Decision, turn: Turn, world: World): string[] {
  const page = findService(world.catalogue, targets[0] ?? '')
  const fits = outcome === 'unanswerable.not-known' || page?.theme === 'melding'
  const says = page?.contactType === 'report'
  return turn.contactType === 'report' && fits && !says ? [say(world, turn, 'report.prepare')] : []
}

function crisisText(kind: string, { lang }: Turn, { catalogue }: World): string {
  const found = catalogue.crisis.find(({ id }) => id === kind)
  if (!found) return ''
  const lines = found.lines[lang].map(({ number, name }) => `${number}: ${inLanguage(name, lang)}`)
  return [inLanguage(found.reply, lang), ...lines].join('\n')
}
