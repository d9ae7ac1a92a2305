import type { Problem } from '../problem.ts'
import type { Knowledge } from '../read.ts'

const formal = /(?<![\p{L}-])(u|uw|uzelf)(?![\p{L}-])/iu
const familiar = /(?<![\p{L}-])(je|jij|jou|jouw|jezelf|jullie)(?![\p{L}-])/iu
const tutoiement = /(?<![\p{L}-])(tu|toi|ton|ta|tes)(?![\p{L}-])/iu

/** A city that says je never says u, and the other way round; French always says vous. */
export function address({ cities }: Knowledge): Problem[] {
  return cities.flatMap(({ city, services }) => {
    const wrong = city.address === 'je' ? formal : familiar
    return services.flatMap(({ file, value }) => [
      ...found(file, 'name.nl', value.name.nl, wrong, city.address),
      ...found(file, 'answer.nl', value.answer.nl, wrong, city.address),
      ...found(file, 'answer.fr', value.answer.fr ?? '', tutoiement, 'vous'),
    ])
  })
}

function found(file: string, field: string, text: string, wrong: RegExp, right: string): Problem[] {
  const match = wrong.exec(text)
  return match ? [{ file, field, message: `hier staat "${match[0]}": spreek de lezer aan met ${right}` }] : []
}
