import { join } from 'node:path'
import type { World } from '../../dialogue/world.ts'
import { allPhrasings } from '../../knowledge/compile/examples.ts'
import { readKnowledge } from '../../knowledge/read.ts'
import { compiledWorld, readSourceTexts } from '../world.ts'
import { quickVariants, relearnedVariants, type Variant } from './ablation.ts'
import { measuredNow, writeBaseline } from './baseline.ts'
import type { Content } from './crowded.ts'
import { typeAtDesk } from './desk.ts'
import { madeDistractors, pickDistractors, readDistractors } from './distractors.ts'
import { type Figures, measure } from './figures.ts'
import { contactTypesRight, crisisCaught, type Labelled } from './labelled.ts'
import type { Line } from './lines.ts'
import { missedLines } from './missed.ts'
import { type Opponent, sameContent, siteSearch } from './opponents.ts'
import type { Options } from './options.ts'
import { printed } from './print.ts'
import { publish } from './publish.ts'
import { type QuestionSet, questionSets, together } from './questions.ts'
import { report } from './report.ts'
import { type Comparison, inCrowd } from './robustness.ts'
import { bestSetting } from './tuned.ts'

/** Distractors in a crowded city. */
const crowdSize = 1000

/** Measures what the options ask for, and prints it. */
export async function run(root: string, options: Options): Promise<void> {
  const world = await compiledWorld()
  if (options.desk) {
    console.log(typeAtDesk(root, options.desk, world))
    return
  }
  if (options.baseline) {
    console.log(`kept in ${writeBaseline(root, measuredNow(root, world))}`)
    return
  }
  const { knowledge } = readKnowledge(join(root, 'knowledge'))
  const content = { knowledge, phrasings: allPhrasings(knowledge) }
  const over = options.alone ? () => [] : opponentsOver(root, world)
  const setting = {
    world,
    opponents: over(world, content.phrasings),
    variants: variantsOf(options, world, content),
    labelled: labelledOf(root, options, world),
    crowd: options.crowded || options.distractors.length > 0 ? crowdOf(root, options, world, content, over) : undefined,
  }
  for (const { name, questions } of setsOf(root, options)) {
    const figures = measure(name, questions, setting)
    console.log(printed(figures))
    if (options.missed) console.log(`\n## Not right at once\n\n${missedLines(name, questions, world).join('\n')}`)
    keep(root, figures, options)
  }
}

/** What is kept or drawn is of one run: without a set, of all that are not held out together. */
function setsOf(root: string, { set, together: asOne, report, publish }: Options): QuestionSet[] {
  const sets = questionSets(root, set)
  return sets.length > 1 && (asOne || report || publish) ? [together(sets)] : sets
}

/** The opponents over a content, in the setting that was best on the set that is tuned on. */
function opponentsOver(
  root: string,
  { catalogue }: World,
): (world: World, phrasings: Content['phrasings']) => Opponent[] {
  const [dev] = questionSets(root, ['dev'])
  return (world, phrasings) => {
    const inSetting = sameContent(world.catalogue, phrasings)
    const setting = bestSetting(root, catalogue, dev?.questions ?? [], inSetting)
    return [siteSearch(world.catalogue, readSourceTexts()), inSetting(setting)]
  }
}

const variantsOf = ({ ablate, relearn }: Options, world: World, content: Content): Variant[] => [
  ...(ablate || relearn ? quickVariants(world) : []),
  ...(relearn ? relearnedVariants(world, content) : []),
]

const labelledOf = (root: string, options: Options, world: World): Labelled[] => [
  ...options['contact-types'].map((file) => contactTypesRight(root, file, world)),
  ...options.crisis.map((file) => crisisCaught(root, file, world)),
]

function crowdOf(
  root: string,
  { distractors: files }: Options,
  world: World,
  content: Content,
  over: (world: World, phrasings: Content['phrasings']) => Opponent[],
): (lines: Line[]) => Comparison {
  const { phrasings } = content
  const all = files.length > 0 ? readDistractors(root, files) : madeDistractors(crowdSize, phrasings)
  const picked = pickDistractors(all, crowdSize, phrasings)
  return (lines) => inCrowd(lines, world, content, picked, over)
}

/** Draws and keeps what was measured, and says where. */
function keep(root: string, figures: Figures, options: Options): void {
  if (options.report) console.log(`\ndrawn on ${report(root, figures)}`)
  if (options.publish) console.log(`\nkept for the public page in ${publish(root, figures)}`)
}
