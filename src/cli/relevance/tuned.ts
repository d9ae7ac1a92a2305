import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { SearchOptions } from 'minisearch'
import type { Catalogue } from '../../core/catalogue.ts'
import { isAnswerable, type Question, ranksFirst } from './judge.ts'
import { type Opponent, settings } from './opponents.ts'

/**
 * The setting in which an opponent puts most of the tuning questions right. It takes a minute, so it is remembered in
 * `.generated/relevance/` for as long as content, questions and settings stay the same.
 */
export function bestSetting(
  root: string,
  catalogue: Catalogue,
  questions: Question[],
  opponentIn: (setting: SearchOptions) => Opponent,
): SearchOptions {
  const key = createHash('sha256')
    .update(JSON.stringify([catalogue.hash, questions, settings]))
    .digest('hex')
  const file = join(root, '.generated/relevance/best-setting.json')
  const kept = existsSync(file)
    ? (JSON.parse(readFileSync(file, 'utf8')) as { key: string; setting: SearchOptions })
    : null
  if (kept?.key === key) return kept.setting
  console.error(`finding the best of ${settings.length} settings of MiniSearch for our content (a minute, once)`)
  const asked = questions.filter(isAnswerable)
  const scored = settings.map((setting) => {
    const { rank } = opponentIn(setting)
    const right = asked.filter((question) =>
      ranksFirst(
        rank(question.text, question.city).map(({ id }) => id),
        question,
        catalogue,
        1,
      ),
    )
    return { setting, right: right.length }
  })
  const setting = scored.sort((one, other) => other.right - one.right)[0]?.setting ?? {}
  mkdirSync(join(root, '.generated/relevance'), { recursive: true })
  writeFileSync(file, JSON.stringify({ key, setting }))
  return setting
}
