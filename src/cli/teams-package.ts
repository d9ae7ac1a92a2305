import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, relative } from 'node:path'
import { run, StartProblem } from './start/problem.ts'
import { settingFaults } from './teams/check-settings.ts'
import { faultsOfManifest, fillManifest } from './teams/manifest.ts'
import { zipPackage } from './teams/package.ts'
import { packagePath, teamsSettings } from './teams/settings.ts'

/** `npm run teams:package`: the app as an administrator uploads it to Teams, from TEAMS_APP_ID, TEAMS_CITY and PUBLIC_URL. */
async function makePackage(root: string): Promise<void> {
  const settings = teamsSettings(root, process.env)
  const faults = settingFaults(settings, ['TEAMS_APP_ID', 'PUBLIC_URL'])
  if (faults.length > 0) throw new StartProblem(faults.join('\n'))
  const { appId = '', publicUrl = '', city = null } = settings
  const manifest = fillManifest(root, { appId, publicUrl, city })
  const wrong = faultsOfManifest(manifest)
  if (wrong.length > 0) throw new StartProblem(`The manifest is not valid:\n${wrong.join('\n')}`)
  const file = packagePath(root)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, zipPackage(manifest))
  console.log(`${relative(root, file)} is made. Upload it in the Teams admin centre, under Teams apps, Manage apps.`)
}

await run(() => makePackage(process.cwd()))
