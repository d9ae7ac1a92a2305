import type { Health } from './health.ts'

const question = 'Ik ben verhuisd, wat moet ik doen?'

/** What a first visitor reads: where to click, what to ask, and where their state is kept. */
export function welcome(
  url: string,
  { cities, content, problems }: Health,
  dataDir: string,
  milliseconds: number,
  deskCode?: string,
): string {
  const [city = ''] = cities
  const body = JSON.stringify({ text: question, city })
  const ready = `Ready in ${(milliseconds / 1000).toFixed(1)} s with content ${content}: ${cities.join(', ')}`
  return [
    ...(problems.length > 0 ? [trouble(problems)] : [ready]),
    '',
    `  Open     ${url}/`,
    ...cities.map((one, at) => `  ${at === 0 ? 'Widget' : '      '}   ${url}/demo/${one}`),
    `  Ask      curl -s ${url}/api/v1/ask -H 'content-type: application/json' -d '${body}'`,
    `  or       npm run -s ask -- --city ${city} "${question}"`,
    ...(deskCode ? [`  Desk     ${url}/desk/sign-in?code=${deskCode}   (works once)`] : []),
    `  Health   ${url}/health`,
    '',
    `State is kept in ${dataDir}. Stop with Ctrl-C.`,
  ].join('\n')
}

const trouble = (problems: string[]): string =>
  `The configuration has errors; every page answers 503 until they are mended:\n${problems.map((one) => `  ${one}`).join('\n')}`
