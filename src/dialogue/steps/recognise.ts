import { type UnknownKind, unknownKinds } from '../../core/unknown-kinds.ts'
import { wordsOf } from '../../search/patterns.ts'
import { askedFacts } from '../asked-facts.ts'
import { phrasesIn } from '../asked-phrases.ts'
import { withoutAsking } from '../asks-of-city.ts'
import { namedOrganisations, withoutBodies } from '../bodies.ts'
import { contactTypeOf } from '../contact-type.ts'
import { withPageOfDocument } from '../doc-stop.ts'
import { askedDay } from '../hours/asked-day.ts'
import { withoutWhoAsks } from '../identity.ts'
import { best, need, withoutDoubt } from '../need.ts'
import { withoutDenied } from '../negation.ts'
import { ownNeeds } from '../own-needs.ts'
import { kindOf } from '../targets.ts'
import type { Need, Turn } from '../turn-state.ts'
import type { World } from '../world.ts'

/** Finds what the message is about, which facts it asks for, and what kind of contact it is. */
export function recognise(turn: Turn, world: World): Turn {
  const words = wordsOf(turn.text)
  const said = phrasesIn(words, world)
  const learned = askedFacts(turn.text, world)
  const asks = unknownKinds.filter((kind) => said.has(kind) || learned.kinds.has(kind))
  // A detail of a kind that is asked for in so many words is asked for as that kind.
  const particular = learned.particular && said.has(learned.particular) ? null : learned.particular
  const day = askedDay({ ...turn, asks, particular }, world)
  const clear = clearest(needs(turn, world), { ...turn, asks, askedDay: day }, world)
  const found = said.has('lost') ? clear.map((one) => withPageOfDocument(one, world)) : clear
  return {
    ...turn,
    asks,
    particular,
    askedDay: day,
    yesOrNo: said.has('isOpen') && !said.has('when'),
    offline: turn.offline || said.has('offline'),
    named: namedOrganisations(words, world.catalogue),
    lostDocument: said.has('lost'),
    contactType: contactTypeOf(turn.text, found[0], world),
    needs: found,
  }
}

function needs(turn: Turn, world: World): Need[] {
  const text = withoutWhoAsks(turn.text, world.catalogue)
  const whole = beyondBodies(ofNeighbourhood(need(withoutDenied(text), turn, world), turn, world), turn, world)
  // A part is a need of its own only for a page, and one of them must be what the whole is about.
  if (kindOf(best(whole)) !== 'service') return [whole]
  const parts = ownNeeds(text, turn, world)
  const distinct = parts.filter((part, at) => parts.findIndex((other) => best(other) === best(part)) === at)
  const several = distinct.length > 1 && distinct.some((part) => best(part) === best(whole))
  return several ? distinct.slice(0, 3) : [whole]
}

/** Where somebody lives tells nothing of a page, but may well be the name of a body ("het welzijnsbureau van Ledeberg"). */
function ofNeighbourhood(whole: Need, turn: Turn, world: World): Need {
  const said = withoutDenied(turn.text)
  if (said === whole.text || whole.confidence >= withoutDoubt || kindOf(best(whole)) === 'organisation') return whole
  const full = need(said, turn, world)
  return kindOf(best(full)) === 'organisation' && full.confidence > whole.confidence ? full : whole
}

/** Confidence from which the page of what is asked of one body or another is meant, and not one of the two. */
const ofEither = 0.65

/** Who asks which of several bodies does something ("is die trouw voor Protocol of voor Burgerzaken?") needs the page of it. */
function beyondBodies(whole: Need, turn: Turn, world: World): Need {
  if (kindOf(best(whole)) !== 'organisation') return whole
  const words = wordsOf(whole.text)
  const beside = withoutBodies(words, world.catalogue)
  if (beside === words) return whole
  const rest = need(beside, turn, world)
  return kindOf(best(rest)) === 'service' && rest.confidence >= ofEither ? rest : whole
}

/** Confidence below which a message that asks for a fact is looked at without the words of asking. */
const unclear = 0.8
/** By how much clearer a message must be about something without the words of asking. */
const clearer = 0.2

/** Who asks to phone may want just that: some cities have a page about it. */
const asksWhereOrWhen = (asks: UnknownKind[]): boolean => asks.includes('hours') || asks.includes('address')

/** "Open" and "straat" are words of pages too: what a message is about is looked at without them when it is unclear with them. */
function clearest(found: Need[], turn: Turn, world: World): Need[] {
  const [whole] = found
  if (found.length > 1 || !whole || whole.confidence >= unclear || !asksWhereOrWhen(turn.asks)) return found
  const rest = withoutAsking(whole.text, turn, world).join(' ')
  const alone = rest === '' ? whole : need(rest, turn, world)
  return alone.confidence >= whole.confidence + clearer ? [alone] : found
}
