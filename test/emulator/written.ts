import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'

export type Source = { code: string; config?: object }

/** A function that says which instance answered, and its how-manieth call this is. */
export const counting: Source = {
  code: `const instance = String(Math.random())
    let calls = 0
    exports.main = async ({ wait = 0 }) => {
      calls += 1
      await new Promise((resolve) => setTimeout(resolve, wait))
      return { instance, calls, word: process.env.WORD }
    }`,
}

/** A folder to deploy, with functions by their names. In their code `cloud` is the initialised SDK. */
export function written(sources: Record<string, Source>): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'minhu-functions-'))
  const sdk = `const cloud = require(${JSON.stringify(createRequire(__filename).resolve('wx-server-sdk'))})
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })
`
  for (const [name, { code, config = {} }] of Object.entries(sources)) {
    mkdirSync(path.join(folder, name))
    writeFileSync(path.join(folder, name, 'index.js'), sdk + code)
    writeFileSync(path.join(folder, name, 'config.json'), JSON.stringify(config))
  }
  return folder
}
