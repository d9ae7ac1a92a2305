import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import Ajv from 'ajv-draft-04'
import formats from 'ajv-formats'
import * as z from 'zod'

/** The manifest of the app: filled in from the configuration, and held against Microsoft's own schema. */

const template = 'adapters/teams/package/manifest.json'

export type Filling = { appId: string; publicUrl: string; city: string | null }

export function fillManifest(root: string, { appId, publicUrl, city }: Filling): object {
  const base = publicUrl.replace(/\/$/, '')
  const values: Record<string, string> = {
    appId,
    publicUrl: base,
    privacyUrl: city ? `${base}/${city}/privacy` : `${base}/`,
    host: new URL(publicUrl).host,
  }
  const text = readFileSync(join(root, template), 'utf8')
  return JSON.parse(text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole))
}

const named = z.object({ manifestVersion: z.string().regex(/^\d\.\d{1,2}$/) })

/** What the schema that the manifest names finds wrong with it, a sentence each. */
export function faultsOfManifest(manifest: unknown): string[] {
  const found = named.safeParse(manifest)
  const check = found.success ? checkOf(found.data.manifestVersion) : null
  if (!check) return ['manifestVersion: it names no version of the schema that we know']
  if (check(manifest)) return []
  return (check.errors ?? []).map(
    ({ instancePath, message, params }) =>
      `${instancePath || 'the manifest'}: ${message}${params.additionalProperty ? ` (${params.additionalProperty})` : ''}`,
  )
}

const checks = new Map<string, ReturnType<typeof compiled>>()

function checkOf(version: string): ReturnType<typeof compiled> {
  const known = checks.get(version) ?? compiled(version)
  checks.set(version, known)
  return known
}

function compiled(version: string) {
  const schema = schemaOf(version)
  if (!schema) return null
  const ajv = new Ajv.default({ strict: false, allErrors: true })
  formats.default(ajv)
  return ajv.compile(schema)
}

function schemaOf(version: string): object | null {
  const module = dirname(createRequire(import.meta.url).resolve('@microsoft/app-manifest/package.json'))
  try {
    const file = join(module, 'build/json-schemas/teams', `v${version}`, 'MicrosoftTeams.schema.json')
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return null
  }
}
