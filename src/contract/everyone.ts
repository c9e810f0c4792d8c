/** Whoever asks: nothing here is private. */
export const everyone = ['anyone', 'citizen', 'official', 'timer'] as const
