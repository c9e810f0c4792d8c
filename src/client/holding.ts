/**
 * The emergency notices that have not ended since they were asked (`at`), by the phone's clock. One that was over by that
 * clock when the server said that it holds is believed: then the clock is wrong.
 */
export const holding = <T extends { expiresAt: string }>(lines: T[], at: number, time: number): T[] =>
  lines.filter(({ expiresAt }) => Date.parse(expiresAt) > time || Date.parse(expiresAt) <= at)
