/** How every command of this folder runs: what it is given and told, and how it ends. */
import { existsSync, readFileSync } from 'node:fs'
import { DEPLOYMENT_FILE } from './deployment'

const textOf = (file: string): string | undefined => (existsSync(file) ? readFileSync(file, 'utf8') : undefined)

/** The command line, the deployment's file, the environment; and where a line is said. */
export const surroundings = () => ({
  given: process.argv.slice(2),
  told: { file: textOf(DEPLOYMENT_FILE), env: process.env, read: textOf },
  say: (line: string) => void process.stdout.write(`${line}\n`),
})

/** Ends the process with the code that the work gives; with 1, and one sentence, when it throws. */
export function run(work: Promise<number>): void {
  work.then(
    (code) => process.exit(code),
    (error: unknown) => {
      process.stderr.write(`${error instanceof Error ? error.message : 'failed'}\n`)
      process.exit(1)
    },
  )
}
