/**
 * The recording button, as it is pressed. Held: it records as long as it is held; let go keeps, let go far away or with a
 * second finger on the glass throws away. Tapped: it records until the next tap, for whoever cannot hold.
 */
export type Press =
  | { at: 'still' }
  /** Under a finger, which came down at this moment (milliseconds). */
  | { at: 'held'; since: number; away: boolean }
  /** Nobody's finger is on it, and it records. */
  | { at: 'running' }

export type Touch =
  | { is: 'down'; at: number; fingers: number }
  | { is: 'moved'; away: boolean }
  | { is: 'up'; at: number }
  /** The phone took the finger away: a call, a question of its own. */
  | { is: 'lost' }
  /** By keyboard or screen reader, which know no holding. */
  | { is: 'click' }
  /** The recorder ended by itself, or never began. */
  | { is: 'ended' }

export type Deed = 'begin' | 'keep' | 'drop' | undefined

/** Shorter than this is a tap. Old hands are slow: what is held longer would have to be said within a second. */
const TAP = 500

const STILL: Press = { at: 'still' }
export const still = STILL

/** What follows from a touch, and what the recorder is told. */
export function pressed(press: Press, touch: Touch): [Press, Deed] {
  if (touch.is === 'ended') return [STILL, undefined]
  if (press.at === 'still') return fromStill(touch)
  if (press.at === 'running') return touch.is === 'down' || touch.is === 'click' ? [STILL, 'keep'] : [press, undefined]
  return fromHeld(press, touch)
}

function fromStill(touch: Touch): [Press, Deed] {
  if (touch.is === 'down' && touch.fingers === 1) return [{ at: 'held', since: touch.at, away: false }, 'begin']
  return touch.is === 'click' ? [{ at: 'running' }, 'begin'] : [STILL, undefined]
}

function fromHeld(press: Extract<Press, { at: 'held' }>, touch: Touch): [Press, Deed] {
  if (touch.is === 'down') return [STILL, touch.fingers > 1 ? 'drop' : 'keep']
  if (touch.is === 'moved') return [touch.away === press.away ? press : { ...press, away: touch.away }, undefined]
  if (touch.is === 'lost' || touch.is === 'click') return [STILL, 'keep']
  if (touch.is !== 'up') return [press, undefined]
  if (press.away) return [STILL, 'drop']
  return touch.at - press.since < TAP ? [{ at: 'running' }, undefined] : [STILL, 'keep']
}
