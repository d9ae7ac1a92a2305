import type { Catalogue } from '../../core/catalogue.ts'
import { targetOf } from '../../dialogue/targets.ts'
import type { Phrasing } from '../../knowledge/compile/examples.ts'
import { trainIntent } from '../../knowledge/compile/models/intent.ts'
import { compileSearch } from '../../knowledge/compile/search.ts'
import type { Knowledge } from '../../knowledge/read.ts'
import { random } from '../../knowledge/train/random.ts'
import { withSlips } from '../../knowledge/train/slips.ts'
import { analyser } from '../../search/analysis/analyse.ts'
import { packModel } from '../../search/linear/model.ts'
import { loadSearch } from '../../search/load.ts'
import { match } from '../../search/match.ts'

/**
 * Share of the phrasings of a voice that a search gets right which never saw that voice: people who speak like nobody in
 * the index.
 */
export function rightWithoutVoice(
  knowledge: Knowledge,
  phrasings: Phrasing[],
  voice: string,
  catalogue: Catalogue,
): number {
  const kept = phrasings.filter((phrasing) => phrasing.voice !== voice)
  const compiled = compileSearch(knowledge, kept)
  const cities = Object.keys(catalogue.cities)
  const search = loadSearch(
    compiled,
    packModel(trainIntent(kept, compiled.cities, analyser(compiled.vocabulary))),
    cities,
  )
  const next = random(voice.length * 7919)
  const found = phrasings
    .filter((phrasing) => phrasing.voice === voice && next() < 0.4)
    .map(({ text, label, city }) => {
      const place = catalogue.cities[city ?? cities[Math.floor(next() * cities.length)] ?? ''] ?? null
      const written = next() < 0.3 ? withSlips(text, 2, next) : text
      const { candidates } = match(search, written, place?.id ?? '*', (known) => targetOf(known, place, catalogue))
      return sameFamily(candidates[0]?.target, targetOf(label, place, catalogue))
    })
  return found.filter(Boolean).length / found.length
}

/** Which of the things outside our scope it is does not matter: the reply is the same. */
const sameFamily = (found: string | undefined, wanted: string | null): boolean =>
  found === wanted || (found?.startsWith('none:') === true && wanted?.startsWith('none:') === true)
