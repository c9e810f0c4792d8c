/** Loaded before all else of its function, so that what follows can be timed: milliseconds. */
export const STARTED = performance.now()
