/** Spoken instead of written, and filmed, with Chromium's own microphone and camera of make-believe. */
import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Browser } from 'playwright-core'
import type { Ticket } from '@/core/ticket'
import { openTown, type ServerTown } from '../journeys/town'
import { front } from '../shots/front'
import { atDesk, DESK, openBrowser, PHONE, type Visitor, visit } from './visit'

const FLAGS = [
  '--use-fake-device-for-media-stream',
  '--use-fake-ui-for-media-stream',
  '--autoplay-policy=no-user-gesture-required',
]
let town: ServerTown
let browser: Browser
let folder: string
let speaker: Visitor
let wang: Visitor
let no = ''

beforeAll(async () => {
  if (!existsSync('dist/h5/index.html')) throw new Error('build it first: npm run build:h5')
  folder = await mkdtemp(path.join(tmpdir(), 'minhu-spoken-'))
  town = await openTown({ pages: 'dist/h5' })
  browser = await openBrowser(FLAGS)
  speaker = await visit(browser, town.url, PHONE)
  wang = await visit(browser, town.url, DESK)
})
afterAll(async () => {
  await browser?.close()
  await town?.close()
  await rm(folder, { recursive: true })
})
afterEach(() => expect([...speaker.errors, ...wang.errors]).toEqual([]))

/** Plays it to its end: nothing says that it cannot be played. */
async function hears({ page }: Visitor): Promise<void> {
  const screen = front(page)
  await screen
    .getByRole('button', { name: /播放录音/ })
    .first()
    .click()
  await screen.getByRole('button', { name: /停止播放/ }).waitFor()
  await screen
    .getByRole('button', { name: /播放录音/ })
    .first()
    .waitFor()
  expect(await screen.getByText('放不出来').count()).toBe(0)
}

/** A film as this browser's own camera makes it. */
async function filmed(visitor: Visitor): Promise<string> {
  const bytes = await visitor.page.evaluate(async () => {
    const stream = await navigator.mediaDevices.getUserMedia({ video: true, audio: true })
    const recorder = new MediaRecorder(stream)
    const parts: Blob[] = []
    recorder.ondataavailable = ({ data }) => parts.push(data)
    const done = new Promise((resolve) => {
      recorder.onstop = resolve
    })
    recorder.start()
    setTimeout(() => recorder.stop(), 1500)
    await done
    for (const track of stream.getTracks()) track.stop()
    return [...new Uint8Array(await new Blob(parts).arrayBuffer())]
  })
  const file = path.join(folder, 'film.webm')
  await writeFile(file, Buffer.from(bytes))
  return file
}

test('held, spoken and let go: it is there to be heard before it is sent', async () => {
  await speaker.goes('pages/report/index')
  await speaker.sees('是哪方面的事')
  const button = speaker.page.getByRole('button', { name: /按住说话/ })
  await button.hover()
  await speaker.page.mouse.down()
  await speaker.page.getByRole('button', { name: '松开就录好 · 2 秒' }).waitFor()
  await speaker.page.mouse.up()
  await hears(speaker)
})

test('a film from the album is there, and is seen', async () => {
  await speaker.picks('拍或选视频', [await filmed(speaker)])
  await speaker.page.getByRole('button', { name: /看视频/ }).click()
  await speaker.page.waitForFunction(() => (document.querySelector('video')?.currentTime ?? 0) > 0)
})

test('it is filed without a written word', async () => {
  await speaker.chooses('噪音扰民')
  await speaker.press('提交')
  await speaker.sees('请记下编号和查询码')
  no = await speaker.page.locator('.receipt-number:visible').first().innerText()
  const ticket = await town.world.store.get<Ticket>('tickets', no)
  expect(ticket?.text).toBe('')
  expect(ticket?.clips?.map(({ kind }) => kind).sort()).toEqual(['video', 'voice'])
})

test('the citizen hears it in their ticket', async () => {
  await hears(speaker)
})

test('the desk hears it, and sees the film', async () => {
  await atDesk(wang, 'wang')
  await hears(wang)
  await wang.page
    .getByRole('button', { name: /看视频/ })
    .first()
    .click()
  await wang.page.waitForFunction(() => (document.querySelector('video')?.currentTime ?? 0) > 0)
})

test('a player that asks for the middle of it is given the middle', async () => {
  const address = await wang.page.locator('video').first().getAttribute('src')
  const answer = await fetch(new URL(address ?? '', town.url), { headers: { range: 'bytes=100-199' } })
  expect(answer.status).toBe(206)
  expect(answer.headers.get('content-range')).toMatch(/^bytes 100-199\/\d+$/)
  expect((await answer.arrayBuffer()).byteLength).toBe(100)
})
