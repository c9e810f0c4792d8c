import { spawn } from 'node:child_process'
import { codeOf } from './engine'

/** A program that is needed is not installed. */
export class MissingProgram extends Error {
  constructor(readonly program: string) {
    super(`${program} is not installed`)
  }
}

/** What a program wrote to its output. Throws when it is missing, and with its complaint when it fails. */
export function run(program: string, args: string[], environment: Record<string, string>): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let said = ''
    let complaint = ''
    child.stdout.on('data', (part) => {
      said += part
    })
    child.stderr.on('data', (part) => {
      complaint += part
    })
    child.on('error', (error) => reject(codeOf(error) === 'ENOENT' ? new MissingProgram(program) : error))
    child.on('close', (code) => (code === 0 ? resolve(said) : reject(new Error(`${program}: ${complaint.trim()}`))))
  })
}
