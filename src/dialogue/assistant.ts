import type { Assistant } from '../core/ports.ts'
import { person } from './person.ts'
import { say } from './say.ts'
import { showTarget } from './show-target.ts'
import { suggest } from './suggest.ts'
import { talk } from './talk.ts'
import { takeTurn } from './turn.ts'
import type { World } from './world.ts'

/** The assistant over a compiled world. `clock` gives the moment, ISO with offset, for input that names none. */
export function assistantWith(world: World, clock: () => string): Assistant {
  return {
    ask: (input) => takeTurn(input, world, clock()),
    talk: (input, memory) => talk(input, memory, world),
    show: (target, options) => showTarget(target, options, world, clock()),
    suggest: (text, city, lang) => suggest(text, city, lang, world),
    person: (sentence, options) => person(sentence, options, world, clock()),
    say: (name, lang, city, values) => say(world, { lang, city }, name, values),
  }
}
