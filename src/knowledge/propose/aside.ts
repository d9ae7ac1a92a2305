import { cpSync, mkdtempSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { compile } from '../compile/compile.ts'
import { applyProposals, type Proposals } from './apply.ts'

/** Compiles the content with proposals in a folder aside, which the caller takes away. Takes minutes: all is learned anew. */
export function compileAside(root: string, all: Proposals): { folder: string; added: number } {
  const folder = mkdtempSync(join(tmpdir(), 'loketwijzer-propose-'))
  cpSync(join(root, 'knowledge'), join(folder, 'knowledge'), { recursive: true })
  symlinkSync(resolve(root, 'src'), join(folder, 'src'))
  const added = applyProposals(folder, all)
  compile(folder, () => {})
  return { folder, added }
}
