import { hush, NIGHT, type Situation } from './hush'

/** Beijing time on the 3rd of March 2026, a Tuesday; `+` the day after. */
const at = (clock: string) =>
  new Date(`2026-03-0${clock.startsWith('+') ? 4 : 3}T${clock.replace('+', '')}:00+08:00`).toISOString()

describe('when a message in WeChat goes out', () => {
  const noon: Situation = { urgency: 'news', now: at('12:00'), quiet: NIGHT }

  it.each<[what: string, change: Partial<Situation>, what: string]>([
    ['news by day', {}, 'send'],
    ['news an hour after other news', { lastAt: at('11:00') }, 'send'],
    ['news just half an hour after other news', { lastAt: at('11:30') }, 'send'],
    ['news within half an hour of other news', { lastAt: at('11:31') }, 'fold 12:01'],
    ['news that they wait for, having just written', { lastAt: at('11:59'), awaited: true }, 'send'],
    ['an answer or a question to them, just after news', { urgency: 'direct', lastAt: at('11:59') }, 'send'],
    ['an emergency just after news', { urgency: 'emergency', lastAt: at('11:59') }, 'send'],

    ['news a minute before the night', { now: at('21:59') }, 'send'],
    ['news when the night begins', { now: at('22:00') }, 'fold +07:00'],
    ['news after midnight', { now: at('00:30') }, 'fold 07:00'],
    ['news in the last minute of the night', { now: at('06:59') }, 'fold 07:00'],
    ['news when the night is over', { now: at('07:00') }, 'send'],
    ['an answer at night', { urgency: 'direct', now: at('23:00') }, 'hold +07:00'],
    ['news that they wait for, at night', { now: at('23:00'), awaited: true }, 'fold +07:00'],
    ['an emergency at night', { urgency: 'emergency', now: at('03:00') }, 'send'],

    ['news at noon, in hours of their own', { quiet: { from: '11:30', to: '14:00' } }, 'fold 14:00'],
    ['news after hours of their own', { quiet: { from: '11:30', to: '12:00' } }, 'send'],
    ['news at night, by who wants to hear at any time', { quiet: null, now: at('03:00') }, 'send'],
    ['news where the hours begin and end at once', { quiet: { from: '12:00', to: '12:00' } }, 'send'],
  ])('%s: %s', (_, change, expected) => {
    const verdict = hush({ ...noon, ...change })
    expect(verdict).toEqual(
      expected === 'send' ? { do: 'send' } : { do: expected.split(' ')[0], until: at(expected.split(' ')[1] ?? '') },
    )
  })
})
