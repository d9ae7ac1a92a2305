import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

type Manifest = Partial<Record<'dependencies' | 'devDependencies' | 'optionalDependencies', Record<string, string>>> & {
  allowScripts?: Record<string, boolean>
}
type Lock = { packages: Record<string, { version?: string; resolved?: string; integrity?: string; link?: boolean }> }

const read = <T>(path: string): T => JSON.parse(readFileSync(path, 'utf8')) as T
const exact = /^\d+\.\d+\.\d+(-[\w.]+)?$/
const root = read<Manifest>('package.json')

test('only three packages may run a script when they are installed', () => {
  expect(root.allowScripts).toEqual({ node: true, esbuild: true, workerd: true })
})

test('at most eight packages reach the citizen', () => {
  expect(Object.keys(root.dependencies ?? {}).length).toBeLessThanOrEqual(8)
})

const folders = ['', 'bench/', 'bench/playground/', 'bench/widget/']

describe.each(folders.map((folder) => `${folder}package.json`))('%s', (path) => {
  test('names exact versions only', () => {
    const { dependencies, devDependencies, optionalDependencies } = read<Manifest>(path)
    const all = Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies })
    expect(all.filter(([, version]) => !exact.test(version))).toEqual([])
  })
})

describe.each(folders.map((folder) => `${folder}package-lock.json`))('%s', (path) => {
  const packages = Object.entries(read<Lock>(path).packages).filter(([name, { link }]) => name !== '' && !link)

  test("names no host to fetch from: that is the machine's own choice", () => {
    expect(packages.filter(([, { resolved }]) => resolved !== undefined)).toEqual([])
  })

  test('holds a checksum of everything', () => {
    expect(
      packages.filter(([name, { integrity }]) => !integrity && !name.includes('/node_modules/')).map(([name]) => name),
    ).toEqual([])
  })
})

test('.npmrc chooses no registry', () => {
  expect(readFileSync('.npmrc', 'utf8')).not.toMatch(/registry\s*=\s*\S*:\/\//)
})
