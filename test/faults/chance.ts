/** Chance that can be repeated: the same seed, the same draws. */
export type Chance = {
  /** From 0 to before 1. */
  next(): number
  below(most: number): number
  happens(share: number): boolean
  one<T>(of: readonly [T, ...T[]]): T
  /** Another one, that draws for itself: who draws first does not change what others draw. */
  own(): Chance
}

export function chanceOf(seed: number): Chance {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (most: number): number => Math.floor(next() * most)
  return {
    next,
    below,
    happens: (share) => next() < share,
    one: (of) => of[below(of.length)] ?? of[0],
    own: () => chanceOf(below(2 ** 31)),
  }
}

/** MINHU_SEED repeats a run. */
export const seedOf = (): number => Number(process.env.MINHU_SEED) || Math.floor(Math.random() * 2 ** 31)
