import type { Search } from './search-index.ts'

/** Names the target of a label; null for a label that leads nowhere. */
export type Resolve = (label: string) => string | null

/** The labels that compete in a city, and where each leads. */
export type Field = {
  /** Targets, in the order of the first label that leads there, and what each gives way by. */
  targets: string[]
  handicaps: Float64Array
  /** Labels that lead somewhere, by their position, and for each its target. */
  labels: Uint32Array
  leadTo: Uint32Array
  /** By position of a label its target; -1 for one that leads nowhere. */
  targetOf: Int32Array
  /** By position of a label whether the city has it. */
  reachable: Uint8Array
}

/** What gives way to a page of the city that fits about as well, by the kind of target and how much. */
const handicaps: Record<string, number> = { topic: 1.5, organisation: 2.2 }

function handicap(target: string): number {
  const at = target.indexOf(':')
  return at < 0 ? 0 : (handicaps[target.slice(0, at)] ?? 0)
}

const known = new WeakMap<Set<string>, WeakMap<Resolve, Field>>()

/** The field of a city, made once for a way of resolving: most of it is the same for every question. */
export function fieldOf({ intent, reachable }: Search, city: string, resolve: Resolve): Field {
  const inCity = reachable.get(city)
  if (!inCity) return makeField(intent.labels, new Set(), resolve)
  const fields = known.get(inCity) ?? new WeakMap<Resolve, Field>()
  known.set(inCity, fields)
  const field = fields.get(resolve) ?? makeField(intent.labels, inCity, resolve)
  fields.set(resolve, field)
  return field
}

function makeField(names: string[], inCity: Set<string>, resolve: Resolve): Field {
  const positions = new Map<string, number>()
  const labels: number[] = []
  const leadTo: number[] = []
  names.forEach((name, label) => {
    const target = inCity.has(name) ? resolve(name) : null
    if (target === null) return
    const at = positions.get(target) ?? positions.size
    positions.set(target, at)
    labels.push(label)
    leadTo.push(at)
  })
  const targets = [...positions.keys()]
  const targetOf = new Int32Array(names.length).fill(-1)
  labels.forEach((label, at) => {
    targetOf[label] = leadTo[at] as number
  })
  return {
    targets,
    handicaps: Float64Array.from(targets, handicap),
    labels: Uint32Array.from(labels),
    leadTo: Uint32Array.from(leadTo),
    targetOf,
    reachable: Uint8Array.from(names, (name) => (inCity.has(name) ? 1 : 0)),
  }
}
