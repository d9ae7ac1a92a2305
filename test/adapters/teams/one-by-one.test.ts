import { expect, test } from 'vitest'
import { message } from './activities.ts'
import { type House, openHouse } from './house.ts'
import { tenantId } from './signer.ts'

/** Teams tells nothing afterwards: what it took and we have not noted comes twice when we die. So there is one of that. */

const people = Array.from({ length: 8 }, (_, at) => `a:${at}`)

const everybodyAsks = (house: House): Promise<Response[]> =>
  Promise.all(
    people.map((id) =>
      house.tell(
        message('ik ben verhuisd', {
          id,
          from: { id: `29:${id}` },
          conversation: { conversationType: 'personal', tenantId, id },
        }),
      ),
    ),
  )

const accepted = (): Response => Response.json({ id: 'taken' }, { status: 201 })
const pause = (): Promise<void> => new Promise((resume) => setTimeout(resume, 1))

/** Replies of which the disk says that they are on their way. */
const onTheWay = ({ objects }: House): number =>
  [...objects.storages.values()]
    .map(({ sql }) => sql.exec("SELECT 1 FROM outbox WHERE state = 'sending'").toArray().length)
    .reduce((sum, count) => sum + count, 0)

test('of all who ask at once one is answered at a time, the next when the former is noted', async () => {
  const seen: number[] = []
  const house = await openHouse({
    connector: async () => {
      seen.push(onTheWay(house))
      await pause()
      seen.push(onTheWay(house))
      return accepted()
    },
  })
  await everybodyAsks(house)
  expect(await house.outgoing()).toHaveLength(people.length)
  expect(seen).toEqual(people.flatMap(() => [1, 1]))
})

test('a reply that hangs holds up nobody for ever', async () => {
  let over = (_: Response): void => {}
  const house = await openHouse({
    connector: (_, nth) =>
      nth === 1
        ? new Promise<Response>((resolve) => {
            over = resolve
          })
        : accepted(),
  })
  await everybodyAsks(house)
  while (house.far.sent.length < people.length) await pause()
  expect(new Set(house.far.sent.map(({ url }) => url)).size).toBe(people.length)
  over(accepted())
  expect(await house.outgoing()).toHaveLength(people.length)
  expect(onTheWay(house)).toBe(0)
})
