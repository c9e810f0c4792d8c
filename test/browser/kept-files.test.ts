/** Photos kept by a real browser: they outlive the page, and come back byte for byte. */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { build } from 'esbuild'
import type { Browser, Page } from 'playwright-core'
import { openBrowser } from './visit'

let server: Server
let browser: Browser
let page: Page
beforeAll(async () => {
  const program = 'src/client/drafts/filesInBrowser.ts'
  const { outputFiles } = await build({
    entryPoints: [program],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'kept',
  })
  const script = `${outputFiles[0]?.text}; globalThis.files = kept.filesInBrowser()`
  server = createServer((_, response) => response.end(`<!doctype html><script>${script}</script>`))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  browser = await openBrowser()
  page = await browser.newPage()
  await opens()
})
afterAll(async () => {
  await browser?.close()
  server?.close()
})

const opens = () => page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
const photo = `URL.createObjectURL(new Blob(['a photo of a lamp'], { type: 'image/jpeg' }))`
const inPage = (code: string) => page.evaluate<unknown>(`(async () => ${code})()`)

test('a photo outlives the page, with its bytes and its type', async () => {
  expect(await inPage(`files.keep(${photo}, 'photo-a')`)).toEqual({ kept: 17 })
  await opens()
  const read = `fetch(await files.pathOf('photo-a', 17)).then(async (it) => [it.headers.get('content-type'), await it.text()])`
  expect(await inPage(read)).toEqual(['image/jpeg', 'a photo of a lamp'])
})

test('it has one address, however often it is asked for, until it is dropped', async () => {
  const twice = `Promise.all([files.pathOf('photo-a', 17), files.pathOf('photo-a', 17)])`
  expect(await inPage(`{ const [a, b] = await ${twice}; return a === b && a.startsWith('blob:') }`)).toBe(true)
  await inPage(`files.drop('photo-a')`)
  expect(await inPage(`[await files.names(), await files.pathOf('photo-a', 17) ?? 'none']`)).toEqual([[], 'none'])
})

test('one that is not whole, or was never there, has no address', async () => {
  await inPage(`files.keep(${photo}, 'photo-b')`)
  expect(await inPage(`[await files.pathOf('photo-b', 18) ?? 'none', await files.pathOf('c', 17) ?? 'none']`)).toEqual([
    'none',
    'none',
  ])
  expect(await inPage(`files.keep('blob:nothing', 'photo-d')`)).toBe('failed')
})
