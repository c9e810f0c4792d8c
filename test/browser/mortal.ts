/** A browser with a profile on the disk that can be killed as a phone kills it: at once, and without a word. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { type BrowserContext, chromium } from 'playwright-core'
import { CHROMIUM_FLAGS, chromiumPath } from './chromium'

/** Milliseconds: Chromium may take some seconds. */
const PATIENCE = 30_000

export async function mortalBrowser(profile: string) {
  const program = chromiumPath()
  if (!program) throw new Error('no Chromium was found; set MINHU_CHROMIUM to one')
  const flags = [...CHROMIUM_FLAGS, '--remote-debugging-port=0', `--user-data-dir=${profile}`, '--accept-lang=zh-CN']
  const child = spawn(program, [...flags, 'about:blank'], { stdio: ['ignore', 'ignore', 'pipe'] })
  const address = await new Promise<string>((resolve, reject) => {
    let told = ''
    child.stderr.on('data', (part: Buffer) => {
      told += part.toString()
      const [, found] = told.match(/DevTools listening on (ws:\S+)/) ?? []
      if (found) resolve(found)
    })
    child.once('exit', () => reject(new Error(`Chromium ended: ${told}`)))
  })
  const browser = await chromium.connectOverCDP(address)
  const [context] = browser.contexts()
  if (!context) throw new Error('it has no window')
  return {
    context: context satisfies BrowserContext,
    async kill(): Promise<void> {
      const gone = once(child, 'exit')
      child.kill('SIGKILL')
      await gone
      await browser.close().catch(() => undefined)
    },
    /** Once this lies in its profile: a browser writes what pages keep some seconds later. */
    async wrote(words: string): Promise<void> {
      const folder = path.join(profile, 'Default', 'Local Storage', 'leveldb')
      const both = [Buffer.from(words, 'latin1'), Buffer.from(words, 'utf16le')]
      for (const end = Date.now() + PATIENCE; Date.now() < end; ) {
        const names = await readdir(folder).catch(() => [])
        const files = await Promise.all(names.map((name) => readFile(path.join(folder, name)).catch(() => Buffer.of())))
        if (files.some((file) => both.some((one) => file.includes(one)))) return
        await pause(200)
      }
      throw new Error(`it never wrote “${words}”`)
    },
  }
}
