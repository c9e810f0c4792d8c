/** Which emergency notices a phone still shows, without asking: each row is a phone at ten, and what it was told. */
import { holding } from './holding'

const at = (clock: string) => Date.parse(`2026-03-02T${clock}:00+08:00`)
const alert = (ends: string) => ({ expiresAt: new Date(at(ends)).toISOString() })

test.each([
  ['asked a moment ago, ends at noon', { asked: '10:00', ends: '12:00' }, true],
  ['asked at nine, ends at noon', { asked: '09:00', ends: '12:00' }, true],
  ['asked at nine, ended half past nine', { asked: '09:00', ends: '09:30' }, false],
  ['asked at nine, ends this minute', { asked: '09:00', ends: '10:00' }, false],
  ['the phone is an hour fast: over when the server said that it holds', { asked: '10:00', ends: '09:30' }, true],
])('%s', (_, { asked, ends }, shown) => {
  expect(holding([alert(ends)], at(asked), at('10:00'))).toHaveLength(shown ? 1 : 0)
})
