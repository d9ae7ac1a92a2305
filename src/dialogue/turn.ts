import type { AskInput, AskOutput } from '../core/ask.ts'
import { askWhatIsMeant } from './steps/ask-what-is-meant.ts'
import { avoidRepeating } from './steps/avoid-repeating.ts'
import { choosePlace } from './steps/choose-place.ts'
import { composeReply } from './steps/compose-reply.ts'
import { decide } from './steps/decide.ts'
import { findCrisis } from './steps/find-crisis.ts'
import { findDistrict } from './steps/find-district.ts'
import { followUp } from './steps/follow-up.ts'
import { hidePersonalData } from './steps/hide-personal-data.ts'
import { recognise } from './steps/recognise.ts'
import { recogniseLanguage } from './steps/recognise-language.ts'
import { takeReply } from './steps/take-reply.ts'
import type { Turn } from './turn-state.ts'
import type { World } from './world.ts'

type Step = (turn: Turn, world: World) => Turn

/** What happens to a message, in order. A step that decides ends the list. */
const steps: Step[] = [
  hidePersonalData,
  recogniseLanguage,
  findCrisis,
  takeReply,
  choosePlace,
  findDistrict,
  recognise,
  followUp,
  askWhatIsMeant,
  decide,
]

/** Answers one message. Pure: the same message, moment and content give the same answer. */
export const takeTurn = (input: AskInput, world: World, now: string): AskOutput =>
  composeReply(runSteps(begin(input, now), world), world)

/** Takes a turn to its decision. */
export function runSteps(begun: Turn, world: World): Turn {
  let turn = begun
  for (const step of steps) {
    turn = step(turn, world)
    if (turn.decision) break
  }
  return avoidRepeating(turn, world)
}

/** A turn of which nothing is known yet but what came in. */
export const begin = (input: AskInput, now: string): Turn => ({
  input,
  text: input.text,
  personalData: [],
  at: input.at ?? now,
  language: input.lang ?? 'nl',
  lang: input.lang ?? 'nl',
  city: input.city ?? null,
  cityFromText: false,
  district: null,
  districts: [],
  elsewhere: null,
  homonym: null,
  contactType: 'information',
  asks: [],
  particular: null,
  askedDay: null,
  yesOrNo: false,
  offline: false,
  named: [],
  lostDocument: false,
  needs: [],
  memory: null,
  choice: null,
  followsUp: false,
  decision: null,
})
