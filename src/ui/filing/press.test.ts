import { type Deed, type Press, pressed, still, type Touch } from './press'

/** What the recorder is told, touch by touch. */
function deeds(...touches: Touch[]): Deed[] {
  let press: Press = still
  return touches.map((touch) => {
    const [next, deed] = pressed(press, touch)
    press = next
    return deed
  })
}
const down = (at = 0, fingers = 1): Touch => ({ is: 'down', at, fingers })
const up = (at: number): Touch => ({ is: 'up', at })
const away: Touch = { is: 'moved', away: true }
const near: Touch = { is: 'moved', away: false }
const click: Touch = { is: 'click' }

describe('the recording button', () => {
  it.each<[string, Touch[], Deed[]]>([
    ['held and let go: kept', [down(0), up(3000)], ['begin', 'keep']],
    [
      'tapped, and tapped again: kept',
      [down(0), up(120), down(5000), up(5100)],
      ['begin', undefined, 'keep', undefined],
    ],
    ['slid away and let go: thrown away', [down(0), away, up(3000)], ['begin', undefined, 'drop']],
    ['slid away quickly: thrown away too', [down(0), away, up(200)], ['begin', undefined, 'drop']],
    ['slid away and back: kept', [down(0), away, near, up(3000)], ['begin', undefined, undefined, 'keep']],
    ['held, and a second finger: thrown away', [down(0), down(900, 2), up(1000)], ['begin', 'drop', undefined]],
    ['two fingers at once: nothing begins', [down(0, 2), up(900)], [undefined, undefined]],
    [
      'held, and the phone takes the finger away: kept',
      [down(0), { is: 'lost' }, up(9000)],
      ['begin', 'keep', undefined],
    ],
    ['held, never let go, and touched again: kept', [down(0), down(4000)], ['begin', 'keep']],
    ['by keyboard: one begins, one ends', [click, click], ['begin', 'keep']],
    [
      'ended by itself while held: letting go does nothing',
      [down(0), { is: 'ended' }, up(61_000)],
      ['begin', undefined, undefined],
    ],
    ['ended by itself, and begun again', [click, { is: 'ended' }, click], ['begin', undefined, 'begin']],
  ])('%s', (_, touches, expected) => {
    expect(deeds(...touches)).toEqual(expected)
  })

  it('is drawn again only when something changes: a finger that trembles is nothing', () => {
    const [held] = pressed(still, down(0))
    expect(pressed(held, near)[0]).toBe(held)
  })
})
