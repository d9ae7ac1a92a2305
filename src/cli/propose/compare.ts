import { rmSync } from 'node:fs'
import { takeTurn } from '../../dialogue/turn.ts'
import type { World } from '../../dialogue/world.ts'
import type { Proposals } from '../../knowledge/propose/apply.ts'
import { compileAside } from '../../knowledge/propose/aside.ts'
import { judge, type Question } from '../relevance/judge.ts'
import { readWorld } from '../world.ts'

/**
 * What proposals do to the editors' own questions. `near`: about a page that gets proposals; the others move because
 * everything is learned anew.
 */
export type Comparison = { added: number; questions: number; mended: Moved[]; broken: Moved[] }
export type Moved = { text: string; near: boolean }

/** Asks every question of the content as it is, and of the content with the proposals. */
export function compare(all: Proposals, before: World, questions: Question[], at: string): Comparison {
  const { folder, added } = compileAside(process.cwd(), all)
  try {
    const after = readWorld(folder)
    const isRight = (world: World) => (question: Question) => {
      const { text, city } = question
      return judge(question, takeTurn({ text, city: city ?? null }, world, at), world.catalogue).first
    }
    const [was, is] = [isRight(before), isRight(after)]
    const near = pagesOf(all, before)
    const moved = (all: Question[]): Moved[] =>
      all.map(({ text, expected }) => ({ text, near: expected.some((page) => near.has(page)) }))
    const mended = moved(questions.filter((question) => !was(question) && is(question)))
    const broken = moved(questions.filter((question) => was(question) && !is(question)))
    return { added, questions: questions.length, mended, broken }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Pages that get proposals, with those of other cities that share their concept. */
function pagesOf(all: Proposals, { catalogue: { cities } }: World): Set<string> {
  const services = Object.values(cities).flatMap(({ services }) => Object.values(services))
  const named = new Set(all.map(({ page }) => page))
  const concepts = new Set([
    ...[...named].map((page) => page.replace('concept:', '')),
    ...services.filter(({ id }) => named.has(id)).flatMap(({ concepts }) => concepts),
  ])
  const shared = services.filter((service) => service.concepts.some((concept) => concepts.has(concept)))
  return new Set([...named, ...shared.map(({ id }) => id)])
}
