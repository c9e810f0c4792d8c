/** What every driver of the Clips port must keep. */
import { createHash } from 'node:crypto'
import type { ClipName, Clips } from '@/server/ports'
import * as recordings from '../clips'

/** A driver with what the suite must reach behind it. */
export type OpenedClips = {
  clips: Clips
  /** What is behind an address at this time; null when it does not open. `range` as a player asks for a part. */
  fetched(
    address: string,
    now: Date,
    range?: { from: number; to: number },
  ): Promise<{ bytes: Buffer; type: string } | null>
  /** The names of all files that are kept, half-written ones too. */
  kept(): Promise<string[]>
  close(): Promise<void>
}

export const NOW = new Date('2026-03-02T02:00:00.000Z')
const later = (hours: number) => new Date(NOW.getTime() + hours * 3_600_000)

export function clipsConform(name: string, open: (now: Date) => Promise<OpenedClips>): void {
  describe(`${name}: recordings`, () => {
    let scene: OpenedClips
    beforeEach(async () => {
      scene = await open(NOW)
    })
    afterEach(() => scene.close())

    async function put(bytes: Uint8Array) {
      const result = await scene.clips.put(bytes)
      if (!result.ok) throw new Error(`refused: ${result.refusal}`)
      return result.clip
    }
    const urlOf = async (clip: ClipName, now = NOW) => (await scene.clips.urls([clip], now))[clip.name] ?? ''

    it.each<[string, Buffer, object, string]>([
      ['a film', recordings.mp4(), { kind: 'video', type: 'mp4', seconds: 5 }, 'video/mp4'],
      ['a voice note', recordings.mp3(), { kind: 'voice', type: 'mp3', seconds: 6 }, 'audio/mpeg'],
      ['an M4A', recordings.m4a(), { kind: 'voice', type: 'm4a' }, 'audio/mp4'],
      ['AAC', recordings.aac(), { kind: 'voice', type: 'aac' }, 'audio/aac'],
      ['a WebM', recordings.webm(), { kind: 'voice', type: 'webm' }, 'video/webm'],
    ])('%s is kept under the hash of its content and served as what it is', async (_, sent, expected, type) => {
      const clip = await put(sent)
      expect(clip).toMatchObject(expected)
      const fetched = await scene.fetched(await urlOf(clip), NOW)
      const hash = createHash('sha256').update(fetched?.bytes ?? '')
      expect([hash.digest('hex'), fetched?.type, fetched?.bytes.length]).toEqual([clip.name, type, clip.bytes])
      expect(recordings.SECRETS.filter((secret) => fetched?.bytes.includes(secret))).toEqual([])
    })

    it('the same twice is one file, also at the same moment', async () => {
      const [one, other] = await Promise.all([put(recordings.mp4()), put(recordings.mp4())])
      expect(other).toEqual(one)
      await put(recordings.mp4())
      expect(await scene.kept()).toHaveLength(1)
    })

    it('its name is told before anything is written', async () => {
      const told: [ClipName, string[]][] = []
      const result = await scene.clips.put(recordings.mp4(), 5, async (clip) => {
        told.push([clip, await scene.kept()])
      })
      expect(told).toEqual([[{ name: result.ok && result.clip.name, type: 'mp4' }, []]])
    })

    it.each([
      ['text', Buffer.from('hello'), 'clip-type'],
      ['half a film', recordings.mp4().subarray(0, 900), 'clip-broken'],
      ['a long film', recordings.mp4({ seconds: 40 }), 'clip-long'],
    ])('%s is refused and leaves nothing', async (_, bytes, refusal) => {
      expect(await scene.clips.put(bytes)).toEqual({ ok: false, refusal })
      expect(await scene.kept()).toEqual([])
    })

    it('a part of it can be fetched alone', async () => {
      const clip = await put(recordings.mp4())
      const url = await urlOf(clip)
      const whole = (await scene.fetched(url, NOW))?.bytes
      const part = (await scene.fetched(url, NOW, { from: 100, to: 199 }))?.bytes
      expect(part).toEqual(whole?.subarray(100, 200))
    })

    it('its address ends, and opens nothing else', async () => {
      const [film, voice] = [await put(recordings.mp4()), await put(recordings.mp3())]
      const url = await urlOf(film)
      expect(await scene.fetched(url, later(8))).not.toBeNull()
      expect(await scene.fetched(url, later(72))).toBeNull()
      const other = url
        .replaceAll(`${film.name}.mp4`, `${voice.name}.mp3`)
        .replaceAll(film.name.slice(0, 2), voice.name.slice(0, 2))
      expect(await scene.fetched(other, NOW)).toBeNull()
      expect(await scene.fetched(url.slice(0, url.indexOf('?')), NOW)).toBeNull()
    })

    it('is gone when it is removed; removing again is fine', async () => {
      const clip = await put(recordings.mp4())
      const url = await urlOf(clip)
      await scene.clips.remove(clip)
      await scene.clips.remove(clip)
      expect([await scene.fetched(url, NOW), await scene.kept()]).toEqual([null, []])
    })
  })
}
