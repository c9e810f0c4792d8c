/**
 * The promise of the queue, in a storm: the real server killed with -9, apps killed anywhere, a line that loses a third.
 * `npm run bench:faults` has 500 filings. What becomes of a queue that is broken: broken.test.ts.
 */
import { seedOf } from './chance'
import { storm } from './storm'
import { tableOf } from './told'

it('what was shown as sent is there once and whole; everything else is still on its phone', async () => {
  const seed = seedOf()
  const outcome = await storm({ filings: 40, seed })
  process.stdout.write(`MINHU_SEED=${seed}\n${tableOf(outcome)}\n`)
  for (const { lost, doubled } of [outcome.stormy, outcome.calm]) {
    expect({ seed, lost, doubled }).toEqual({ seed, lost: [], doubled: [] })
  }
  // Nothing is on its way any more; and there was a storm.
  expect(outcome.calm.waiting).toBe(0)
  expect(outcome.calm.shown).toBeGreaterThan(outcome.filings / 2)
  expect(outcome.kills.app * outcome.kills.server).toBeGreaterThan(0)
}, 110_000)
