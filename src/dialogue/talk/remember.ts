import type { AskOutput } from '../../core/ask.ts'
import { type Memory, noMemory, type Step } from '../../core/memory.ts'
import type { Outcome } from '../../core/outcome.ts'
import { kindOf, otherMunicipality, type TargetKind } from '../targets.ts'
import type { Turn } from '../turn-state.ts'

/** Replies kept to go back to. */
const longestTrail = 6
/** Candidates kept for who says that it was not that. */
const mostOthers = 6
/** Share from which a candidate is kept for that. */
const leastShare = 0.02

/** Said in passing: what was talked about stays, and so does a question that waits for its answer. */
const inPassing: ReadonlySet<Outcome> = new Set(['answered.about', 'crisis', 'refused.personal-data', 'handed-off'])

/** What is kept of a turn: ids and kinds. */
export function remember(turn: Turn, output: AskOutput): Memory {
  const known = turn.memory ?? noMemory
  const { outcome, lang } = output
  if (inPassing.has(outcome)) return { ...known, lang, city: output.city ?? known.city, failures: 0 }
  const targets = targetsOf(turn)
  return {
    city: output.city ?? known.city,
    lang,
    targets,
    others: othersOf(turn, targets),
    asked: turn.asks,
    particular: turn.particular,
    lostDocument: turn.lostDocument,
    offline: turn.offline,
    outcome,
    offered: output.reply.choices,
    failures: turn.decision?.failed ? known.failures + 1 : 0,
    trail: [...known.trail, ...lastStep(known)].slice(-longestTrail),
  }
}

/** What the reply was about: a life event before its steps; what was not understood, or lies elsewhere, leaves the subject as it was. */
function targetsOf({ decision, needs, memory }: Turn): string[] {
  if (decision?.outcome === 'answered.steps' && decision.subject)
    return [`event:${decision.subject}`, ...decision.targets]
  if (decision?.targets.includes(otherMunicipality)) return memory?.targets ?? []
  if (decision && decision.targets.length > 0) return decision.targets
  if (decision?.failed) return memory?.targets ?? []
  return decision?.outcome === 'clarifying.city'
    ? (needs[0]?.candidates.slice(0, 1).map(({ target }) => target) ?? [])
    : []
}

/** Things that can be offered in a question: pages and bodies. */
const offerable: ReadonlySet<TargetKind> = new Set<TargetKind>(['service', 'organisation', 'referral'])

const othersOf = ({ needs }: Turn, targets: string[]): string[] =>
  (needs[0]?.candidates ?? [])
    .filter(({ target, share }) => share >= leastShare && offerable.has(kindOf(target)) && !targets.includes(target))
    .slice(0, mostOthers)
    .map(({ target }) => target)

/** The reply before this one, when it was about something. */
function lastStep({ outcome, city, targets, asked, particular = null }: Memory): Step[] {
  return outcome === null || targets.length === 0 ? [] : [{ outcome, city, targets, asked, particular }]
}
