import { spawn } from 'node:child_process'
import { mkdirSync, readdirSync, symlinkSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join, resolve } from 'node:path'
import { onTestFinished } from 'vitest'
import { temporaryFolder } from '../fixtures/temporary-folder.ts'

export type Told = { code: number | null; lines: string[] }

export type Project = {
  root: string
  /** Runs a command of `src/cli/` in the project, with these variables and no others of ours. */
  run(command: string, variables: Record<string, string>, ...options: string[]): Promise<Told>
}

/** The project in a folder of its own, so that what a command makes stays there. */
export function projectFolder(): Project {
  const root = temporaryFolder()
  for (const name of ['wrangler.toml', 'adapters']) symlinkSync(resolve(name), join(root, name))
  mkdirSync(join(root, '.generated'))
  for (const name of readdirSync('.generated').filter((file) => /\.(txt|bin)$/.test(file))) {
    symlinkSync(resolve('.generated', name), join(root, '.generated', name))
  }
  return { root, run: (command, variables, ...options) => told(root, command, variables, options) }
}

function told(root: string, command: string, variables: Record<string, string>, options: string[]): Promise<Told> {
  const child = spawn(process.execPath, [resolve('src/cli', command), ...options], {
    cwd: root,
    env: { PATH: process.env.PATH, ...variables },
  })
  let text = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (text += chunk))
  return new Promise((done) => child.once('exit', (code) => done({ code, lines: text.trim().split('\n') })))
}

type Answer = { status: number; body?: unknown }

/** A server on this machine that answers by path; gives its address. */
export async function answering(by: Record<string, Answer>): Promise<string> {
  const server = createServer((request, response) => {
    const { status, body } = by[request.url ?? ''] ?? { status: 404 }
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body ?? {}))
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  onTestFinished(() => void server.close())
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}
