import type { Outcome } from './storm'
import { FATES } from './weather'

/** What a run counted, in one table. */
export function tableOf({ filings, stormy, calm, kills, told, cuts }: Outcome): string {
  const rows: [string, number][] = [
    ['filings meant', filings],
    ['shown as sent in the storm', stormy.shown],
    ['sent after it', calm.shown - stormy.shown],
    ['still drafts, whole, on their phones', calm.drafts],
    ['lost or incomplete', stormy.lost.length + calm.lost.length],
    ['doubled', stormy.doubled.length + calm.doubled.length],
    ['kills of the app', kills.app],
    ['kills of the server (-9)', kills.server],
    ['times a phone was full, and said so', told],
    ...FATES.map((fate): [string, number] => [`connections: ${fate}`, cuts[fate]]),
    ['connections: well', cuts.well],
  ]
  const wide = Math.max(...rows.map(([what]) => what.length))
  const lines = rows.map(([what, count]) => `  ${what.padEnd(wide)}  ${String(count).padStart(6)}`)
  return [...lines, ...stormy.lost, ...calm.lost, ...stormy.doubled, ...calm.doubled].join('\n')
}
