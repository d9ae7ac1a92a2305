import type { Sentence } from '../../core/catalogue.ts'
import type { Knowledge } from '../read.ts'

type Addressed = string | { je: string; u: string }
const je = (text: Addressed): string => (typeof text === 'string' ? text : text.je)
const u = (text: Addressed): string => (typeof text === 'string' ? text : text.u)

/** A sentence in both forms of address and three languages. */
export function sentence({ nl, fr, en }: { nl: Addressed; fr: string; en: string }): Sentence {
  return { je: je(nl), u: u(nl), fr, en }
}

/** The sentences of the assistant by name. */
export function compileMessages({ messages }: Knowledge): Record<string, Sentence> {
  const of = (language: string) => messages.find(({ file }) => file.endsWith(`/${language}.yaml`))?.value ?? {}
  const [nl, fr, en] = [of('nl'), of('fr'), of('en')]
  return Object.fromEntries(
    Object.entries(nl).map(([name, text]) => [
      name,
      sentence({ nl: text, fr: String(fr[name] ?? ''), en: String(en[name] ?? '') }),
    ]),
  )
}
