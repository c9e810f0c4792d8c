/** Lets everybody whose turn has come go first. For work that would hold a host for longer than people notice. */
export const everyoneElse = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))
