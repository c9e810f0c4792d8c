/** `npm run check:providers`: asks everybody whom this environment names, once, and says in a line each how it went. */
import { onMaps } from '@/core/gcj02'
import { caofeidian } from '@/district/caofeidian/district'
import type { Outside } from '@/server/ports'
import { readOutside } from './env'
import { openOutside } from './outside'

const say = (line: string): void => void process.stdout.write(`${line}\n`)
type Check = { what: string; ask: () => Promise<Outside<string>> }

const told = async <T>(answer: Promise<Outside<T>>, tell: (value: T) => string): Promise<Outside<string>> => {
  const given = await answer
  return given.ok ? { ok: true, value: tell(given.value) } : given
}

function checks(now: Date): Check[] {
  const env = readOutside(process.env)
  const { weather, congestion, feeds } = openOutside(env)
  const { weather: place, routes } = caofeidian
  return [
    ...(weather
      ? [
          {
            what: `weather (${env.MINHU_WEATHER})`,
            ask: () =>
              told(
                weather(place.point, now),
                ({ now: { at, temperature, sky }, hours, days, warnings }) =>
                  `${temperature} °C, ${sky}, at ${at}; ${hours.length} hours, ${days.length} days, ${warnings ? `${warnings.length} warnings` : 'gives no warnings'}`,
              ),
          },
        ]
      : []),
    ...(congestion && routes.length
      ? [
          {
            what: 'congestion',
            ask: () =>
              told(congestion(routes.map(onMaps), now), (found) =>
                found.routes.map(({ id, state, minutes }) => `${id} ${state}, ${minutes} min`).join('; '),
              ),
          },
        ]
      : []),
    ...caofeidian.feeds.map(({ url }) => ({
      what: `feed ${new URL(url).hostname}`,
      ask: () => told(feeds(url), (items) => `${items.length} items`),
    })),
  ]
}

/** Zero whatever the answers are: providers have bad days. Not zero when the environment itself is wrong. */
async function main() {
  const asked = checks(new Date())
  if (!asked.length) return say('nobody to ask: see the variables in docs/self-hosting.md')
  const answers = await Promise.all(asked.map(async ({ what, ask }) => ({ what, answer: await ask() })))
  for (const { what, answer } of answers) {
    say(
      answer.ok
        ? `ok       ${what}: ${answer.value}`
        : `trouble  ${what}: ${answer.trouble.why}, ${answer.trouble.detail}`,
    )
  }
  const away = answers.every(({ answer }) => !answer.ok && ['unreachable', 'too-slow'].includes(answer.trouble.why))
  if (away) say('no network: nobody could be reached from here, so nothing was checked')
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : 'failed'}\n`)
  process.exit(1)
})
