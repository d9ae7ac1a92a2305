import { describe, expect, test } from 'vitest'
import { configNames, readConfig } from '../src/env.ts'

const deployed = { CONVERSATION_PEPPER: 'sixteen characters' }

const problemsOf = (environment: Record<string, string>): string[] => {
  const read = readConfig(environment)
  return read.ok ? [] : read.problems
}

test('a local run needs nothing, a deployment needs its pepper', () => {
  expect(readConfig({ LOCAL_RUN: '1' })).toMatchObject({ ok: true, config: { retentionDays: 30, local: true } })
  expect(problemsOf({})).toEqual([expect.stringContaining('CONVERSATION_PEPPER')])
  expect(problemsOf(deployed)).toEqual([])
})

test('all problems come at once, each with its name, its use and an example, and never with the value', () => {
  const problems = problemsOf({
    WIDGET_ORIGINS: 'https://a.example/page',
    RETENTION_DAYS: 'geheim',
    TEAMS_APP_ID: 'geheim',
  })
  expect(problems.map((problem) => problem.split(':')[0])).toEqual(['WIDGET_ORIGINS', 'RETENTION_DAYS', 'TEAMS_APP_ID'])
  for (const problem of problems) expect(problem).toMatch(/It is .+, for example ./)
  expect(problems.join()).not.toContain('geheim')
})

describe('addresses', () => {
  const loopback = 'http://127.0.0.1:9000'

  test.each([
    ['PUBLIC_URL', 'http://localhost:8787'],
    ['WIDGET_ORIGINS', 'http://localhost:8787'],
    ['WHATSAPP_GRAPH_URL', loopback],
    ['TEAMS_OPENID_URL', loopback],
    ['TEAMS_TOKEN_URL', loopback],
    ['TEAMS_SERVICE_HOSTS', '127.0.0.1:9000'],
    ['DESK_ISSUER', loopback],
    ['DESK_JWKS_URL', 'http://[::1]:9000'],
  ])('%s may be on this machine in a local run only', (name, value) => {
    expect(problemsOf({ LOCAL_RUN: '1', [name]: value })).toEqual([])
    expect(problemsOf({ ...deployed, [name]: value }).join()).toContain(name)
  })

  test('elsewhere they are https', () => {
    expect(problemsOf({ LOCAL_RUN: '1', WHATSAPP_GRAPH_URL: 'http://graph.example' }).join()).toContain('https')
    expect(problemsOf({ ...deployed, TEAMS_SERVICE_HOSTS: 'smba.example:8443' }).join()).toContain('port')
  })
})

test('without secrets nothing is open', () => {
  const read = readConfig({ ...deployed, WHATSAPP_APP_SECRET_PREVIOUS: 'old', TEAMS_APP_PASSWORD: 'half' })
  expect(read).toMatchObject({
    config: { whatsapp: { appSecrets: [], accessToken: null }, teams: { registration: null }, desk: { signIn: null } },
  })
})

test('every name is listed for whoever fills them in', async () => {
  const { readFileSync } = await import('node:fs')
  for (const file of ['.dev.vars.example', 'docs/configuration.md']) {
    const text = readFileSync(file, 'utf8')
    expect(configNames.filter((name) => !text.includes(name))).toEqual([])
  }
})
