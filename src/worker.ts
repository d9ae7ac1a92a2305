import catalogueText from '../.generated/catalogue.txt'
import crisisBytes from '../.generated/crisis.bin'
import intentBytes from '../.generated/intent.bin'
import languageBytes from '../.generated/language.bin'
import searchText from '../.generated/search.txt'
import type { Catalogue } from './core/catalogue.ts'
import { assistantWith } from './dialogue/assistant.ts'
import type { World } from './dialogue/world.ts'
import { readConfig } from './env.ts'
import { createApp } from './http/app.ts'
import { unpackModel } from './search/linear/model.ts'
import { loadSearch } from './search/load.ts'
import type { CompiledSearch } from './search/search-index.ts'

/** The only place where everything meets. */

const clock = (): string => new Date().toISOString()

function loadWorld(): World {
  const catalogue = JSON.parse(catalogueText) as Catalogue
  return {
    catalogue,
    search: loadSearch(
      JSON.parse(searchText) as CompiledSearch,
      new Uint8Array(intentBytes),
      Object.keys(catalogue.cities),
    ),
    language: unpackModel(new Uint8Array(languageBytes)),
    crisis: unpackModel(new Uint8Array(crisisBytes)),
  }
}

let app: ReturnType<typeof createApp> | undefined

function appFor(environment: Record<string, unknown>): ReturnType<typeof createApp> {
  if (app) return app
  const world = loadWorld()
  const read = readConfig(environment)
  app = createApp({
    assistant: assistantWith(world, clock),
    catalogue: world.catalogue,
    problems: read.ok ? [] : read.problems,
    widgetOrigins: read.ok ? read.config.widgetOrigins : [],
    publicUrl: read.ok ? read.config.publicUrl : null,
    clock,
  })
  return app
}

export default {
  fetch: (request: Request, environment: Record<string, unknown>): Response | Promise<Response> =>
    appFor(environment).fetch(request, environment),
}
