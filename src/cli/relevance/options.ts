import { parseArgs } from 'node:util'

export const usage = `npm run relevance -- [--set <name, file or pattern>]… [--together] [--alone] [--missed]
                     [--ablate | --relearn] [--crowded] [--distractors <file.jsonl>]…
                     [--contact-types <file.jsonl>]… [--crisis <file.jsonl>]… [--report] [--publish] [--baseline]
       npm run relevance -- --desk <file.jsonl>`

export type Options = ReturnType<typeof readOptions>

/** @throws on what is no option. */
export function readOptions(args: string[]) {
  const several = { type: 'string', multiple: true, default: [] as string[] } as const
  const flag = { type: 'boolean', default: false } as const
  return parseArgs({
    args,
    options: {
      /** Sets by name, file or pattern; all that are not held out when none is named. */
      set: several,
      /** All of them as one. */
      together: flag,
      /** Without the opponents: quicker. */
      alone: flag,
      /** Each question that was not right at once; of a held-out set by id only. */
      missed: flag,
      /** Leaves out parts one by one; `relearn` also those that need index and models made anew (minutes). */
      ablate: flag,
      relearn: flag,
      /** A thousand distractors in one city, of files or made from our own words. */
      crowded: flag,
      distractors: several,
      'contact-types': several,
      crisis: several,
      /** Draws everything on one page, in .generated/relevance. */
      report: flag,
      /** Keeps the figures for the public page. */
      publish: flag,
      /** Keeps the figures below which the check fails. */
      baseline: flag,
      /** What agents type at the desk: its own ranking, letter by letter; nothing else is measured then. */
      desk: { type: 'string' },
      help: flag,
    },
  }).values
}
