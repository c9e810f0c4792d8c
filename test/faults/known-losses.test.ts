/**
 * The four ways in which programs like this one are known to lose photos, each in a few lines, and ours, in the same trial:
 * a filing with three photos, on a line that is cut once while the second one is on its way, and an app that is closed soon
 * afterwards. Each time: what the person was told, and what there is.
 */
import * as v from 'valibot'
import type { Ask } from '@/contract'
import { jpeg } from '../pictures'
import { chanceOf } from './chance'
import { type Mortal, photosOf, startMortal } from './host'
import { type Line, lineOf } from './line'
import { type Device, newDevice, startApp } from './phone'
import { type Fate, startWeather, type Weather } from './weather'

type Told = 'sent' | 'sent, a photo failed' | 'nothing' | 'waiting'
type Way = (line: Line, device: Device, text: string) => Promise<Told>

const THREE = ['near', 'far', 'sign']
const filingOf = (text: string, photos: string[]): Ask<'tickets.file'> => ({
  key: `filing-${text.replace(/\D/g, '').padStart(12, '0')}`,
  kind: 'complaint',
  category: 'light',
  text,
  place: {},
  photos,
  visibility: 'shown',
})
const Numbered = v.object({ no: v.string() })

/** One photo to the server; throws where it does not arrive, as their ways of sending do. */
async function sent(line: Line, device: Device, name: string): Promise<string> {
  const answer = await line.send(device.camera.get(name) ?? Buffer.alloc(0), `upload-of-photo-${name}`)
  if (answer.ok && 'photo' in answer.data) return answer.data.photo.id
  throw new Error('upload')
}

/** The report first; then its photos, each added to it. */
const reportFirst =
  (failed: (error: unknown) => Told): Way =>
  async (line, device, text) => {
    const report = await line.file(filingOf(text, []))
    if (!report.ok) return 'nothing'
    let told: Told = 'sent'
    for (const name of THREE) {
      try {
        const command = { do: 'add', photos: [await sent(line, device, name)] }
        await line.call('tickets.act', { no: report.data.no, key: `adding-the-photo-${name}`, command }, Numbered)
      } catch (error) {
        told = failed(error)
      }
    }
    return told
  }

const log: unknown[] = []
const WAYS = {
  'report first, photos after, a failure only in the log': reportFirst((error) => {
    log.push(error)
    return 'sent'
  }),

  'the same with a notice, and no second try': reportFirst(() => 'sent, a photo failed'),

  'errors swallowed, the place on the phone kept as if it were the picture': async (line, device, text) => {
    const pictures = await Promise.all(
      THREE.map((name) => sent(line, device, name).catch(() => `wxfile://tmp_${name}.jpg`)),
    )
    const ids = pictures.filter((one) => !one.startsWith('wxfile:'))
    const answer = await line.file(filingOf(`${text} 图片：${pictures.join(' ')}`, ids))
    return answer.ok ? 'sent' : 'nothing'
  },

  'everything at once, nothing said when one fails, words in the memory of the page': async (line, device, text) => {
    try {
      const ids = await Promise.all(THREE.map((name) => sent(line, device, name)))
      return (await line.file(filingOf(text, ids))).ok ? 'sent' : 'nothing'
    } catch {
      return 'nothing'
    }
  },

  ours: async (line, device, text) => {
    const life = startApp({ device, server: line })
    const { id, form } = life.drafts.start({ category: 'light' })
    life.drafts.fill(id, { ...form, text })
    for (const from of THREE)
      await life.drafts.add(id, { from, kind: 'photo', bytes: device.camera.get(from)?.length ?? 0 })
    life.drafts.send(id)
    // Not closed before the line was cut, or the cut would meet the app that is opened again.
    while (fates.length) await new Promise((resolve) => setTimeout(resolve, 20))
    await new Promise((resolve) => setTimeout(resolve, 300))
    const told = life.drafts.draft(id)?.state === 'filed' ? 'sent' : 'waiting'
    life.kill()
    return told
  },
} satisfies Record<string, Way>

let host: Mortal
let weather: Weather
let fates: Fate[] = []
beforeAll(async () => {
  host = await startMortal()
  weather = await startWeather(host.port, chanceOf(1), () => fates.shift() ?? 'well')
})
afterAll(async () => {
  await weather.close()
  await host.end()
})

let nth = 0
async function trial(way: Way, fate: Fate[]) {
  const device = newDevice(`p${++nth}`)
  const line = lineOf(device, weather.url, 5_000)
  await line.call('tickets.mine', {}, v.object({}))
  for (const [index, name] of THREE.entries()) device.camera.set(name, await jpeg(160, 120, nth * 4 + index))
  const text = `村口路灯不亮三天了，第${nth}次`
  fates = [...fate]
  const told = await way(line, device, text)
  // The app is closed, and opened again: what is in the memory of a page, and where the camera left it, is gone.
  device.camera.clear()
  const onPhone = device.files.size
  const life = startApp({ device, server: line })
  await life.drafts.recover()
  const photos = await photosOf(host.folder, text)
  life.kill()
  return { told, onPhone, photos }
}

/** The connections of each way, up to the one that is cut. */
const ONE_LATER: Fate[] = ['well', 'well', 'well', 'cut before']

it.each([
  ['report first, photos after, a failure only in the log', ONE_LATER, { told: 'sent', onPhone: 0, photos: 2 }],
  ['the same with a notice, and no second try', ONE_LATER, { told: 'sent, a photo failed', onPhone: 0, photos: 2 }],
  [
    'errors swallowed, the place on the phone kept as if it were the picture',
    ['well', 'cut before'],
    { told: 'sent', onPhone: 0, photos: 2 },
  ],
  [
    'everything at once, nothing said when one fails, words in the memory of the page',
    ['well', 'cut before'],
    { told: 'nothing', onPhone: 0, photos: undefined },
  ],
] as [keyof typeof WAYS, Fate[], object][])('%s: loses', async (name, fate, found) => {
  expect(await trial(WAYS[name], fate)).toEqual(found)
})

it('ours says that it waits, has all of it on the phone, and it arrives when the app is opened again', async () => {
  expect(await trial(WAYS.ours, ['well', 'cut before'])).toEqual({ told: 'waiting', onPhone: 3, photos: 3 })
})
