import { existsSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { readCatalogue } from '../../core/catalogue-text.ts'
import { endpointFaults, tokenFaults } from './check-online.ts'
import { packageFaults } from './check-package.ts'
import { cityFault, settingFaults } from './check-settings.ts'
import { readPackage } from './package.ts'
import { packagePath, type TeamsSettings, teamsSettings } from './settings.ts'

/** Everything that keeps the bot from working, a sentence each. Offline it asks neither Entra nor our own endpoint. */
export async function examine(root: string, environment: NodeJS.ProcessEnv, offline: boolean): Promise<string[]> {
  const settings = teamsSettings(root, environment)
  const wrong = settingFaults(settings)
  return [
    ...wrong,
    ...cityFault(settings, citiesOf(root)),
    ...packageFaultsAt(root, settings),
    // With a wrong id or address there is no sense in asking others.
    ...(offline || wrong.length > 0 ? [] : [...(await tokenFaults(settings)), ...(await endpointFaults(settings))]),
  ]
}

const citiesOf = (root: string): string[] =>
  Object.keys(readCatalogue(readFileSync(join(root, '.generated/catalogue.txt'), 'utf8')).cities)

function packageFaultsAt(root: string, settings: TeamsSettings): string[] {
  const file = packagePath(root)
  if (!existsSync(file)) return [`There is no ${relative(root, file)}; make it with npm run teams:package.`]
  return packageFaults(readPackage(readFileSync(file)), settings)
}
