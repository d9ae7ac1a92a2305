import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'

/** Folders whose files decide what is compiled: content, and the code that turns it into an index. */
const inputs = ['knowledge', 'src/knowledge', 'src/search', 'src/core']

/** Hash of all that decides what is compiled, as it stands now. */
export const contentHash = (root: string): string => hashOf(root, inputs)

/** Hash of what `.generated/` was compiled from; null when it was not. */
export function compiledHash(root: string): string | null {
  const marker = join(root, '.generated/hash')
  return existsSync(marker) ? readFileSync(marker, 'utf8') : null
}

/** Hash of these files and every file below these folders: what was compiled from it is good as long as this stays the same. */
export function hashOf(root: string, folders: string[]): string {
  const hash = createHash('sha256')
  for (const folder of folders) {
    for (const file of filesBelow(join(root, folder)))
      hash.update(relative(root, file)).update('\0').update(readFileSync(file)).update('\0')
  }
  return hash.digest('hex').slice(0, 16)
}

function filesBelow(folder: string): string[] {
  if (statSync(folder).isFile()) return [folder]
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}
