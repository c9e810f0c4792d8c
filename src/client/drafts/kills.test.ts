/** The app is killed at every single call that drafts make of the phone, before it has an effect and right after. */
import { paperServer } from '../../../test/faults/paper-server'
import { type Device, Killed, type Life, newDevice, type Strike, settled, startApp } from '../../../test/faults/phone'
import type { Draft } from './draft'

const WORDS = ['村口', '村口路灯', '村口路灯不亮三天了']
const PICTURES = ['near', 'far']

/** Kills at the `nth` call, once. */
function strikeAt(nth: number, when: 'before' | 'after'): { strike: Strike; wasThere: () => boolean } {
  let calls = 0
  return { strike: () => (++calls === nth ? when : undefined), wasThere: () => calls >= nth }
}

/** Writes, photographs and sends; the last words that the phone said it has. */
async function files(life: Life, device: Device, told: { kept: string }): Promise<void> {
  const draft = life.drafts.start()
  const fill = (text: string) => {
    if (life.drafts.fill(draft.id, { ...draft.form, text }) === 'kept') told.kept = text
  }
  life.drafts.opened(draft.id)
  fill(WORDS[0] ?? '')
  for (const [index, picture] of PICTURES.entries()) {
    device.camera.set(picture, Buffer.from(picture))
    const adding = () => life.drafts.add(draft.id, { from: picture, kind: 'photo', bytes: picture.length })
    // A dead phone never answers; one that was too full is asked again.
    const added = await Promise.race([adding(), settled()])
    if (added === undefined) throw new Killed()
    if (added === 'full') await adding()
    fill(WORDS[index + 1] ?? '')
  }
  life.drafts.send(draft.id)
  life.drafts.closed(draft.id)
  await settled()
}

const unlessKilled = (error: unknown): void => {
  if (!(error instanceof Killed)) throw error
}

/** The person opens what is there, takes out what is marked as missing, adds it again, and sends. */
async function finishes(life: Life, device: Device, { id }: Draft): Promise<void> {
  life.drafts.opened(id)
  await settled()
  const draft = life.drafts.draft(id) ?? life.drafts.start()
  for (const { key, state } of draft.media) if (state === 'refused') life.drafts.remove(draft.id, key)
  const shown = draft.media.map(({ key }) => device.files.get(key)?.toString())
  for (const picture of PICTURES.filter((one) => !shown.includes(one))) {
    device.camera.set(picture, Buffer.from(picture))
    await life.drafts.add(draft.id, { from: picture, kind: 'photo', bytes: picture.length })
  }
  life.drafts.send(draft.id)
  await settled()
}

it.each(['before', 'after'] as const)(
  'killed %s any call: the words are there, and all of it arrives once',
  async (when) => {
    let deaths = 0
    for (let nth = 1; ; nth++) {
      const server = paperServer()
      const device = newDevice()
      const told = { kept: '' }
      const { strike, wasThere } = strikeAt(nth, when)
      const first = startApp({ device, server: server.forDevice(device), strike, haste: Infinity })
      await files(first, device, told).catch(unlessKilled)
      first.kill()

      const second = startApp({ device, server: server.forDevice(device), haste: Infinity })
      await second.drafts.recover()
      await settled()
      const [draft] = second.drafts.all()
      if (told.kept) expect({ nth, text: WORDS.indexOf(draft?.form.text ?? '') }).not.toEqual({ nth, text: -1 })
      expect(WORDS.indexOf(draft?.form.text ?? '')).toBeGreaterThanOrEqual(WORDS.indexOf(told.kept))
      if (draft?.state === 'writing') await finishes(second, device, draft)

      expect(server.filings().length).toBe(draft ? 1 : 0)
      for (const filing of server.filings())
        expect({ nth, has: server.picturesOf(filing).sort() }).toEqual({ nth, has: ['far', 'near'] })
      if (draft) expect(second.drafts.draft(draft.id)).toMatchObject({ state: 'filed', no: 'CFD-1' })
      expect({ nth, left: device.files.size }).toEqual({ nth, left: 0 })
      second.kill()
      if (!wasThere()) break
      deaths++
    }
    expect(deaths).toBeGreaterThan(40)
  },
)

it('full at any write: the person is told or it is done later; nothing is lost or sent twice', async () => {
  for (let nth = 1; ; nth++) {
    const server = paperServer()
    const device = newDevice()
    const life = startApp({ device, server: server.forDevice(device), haste: Infinity })
    let writes = 0
    const write = life.phone.storage.write
    life.phone.storage.write = (key, text) => ++writes !== nth && write(key, text)
    const told = { kept: '' }
    await files(life, device, told)
    const [draft] = life.drafts.all()
    if (draft?.state === 'writing') {
      life.drafts.fill(draft.id, { ...draft.form, text: WORDS.at(-1) ?? '' })
      await finishes(life, device, draft)
    }
    expect({ nth, filed: life.drafts.all().map(({ no }) => no) }).toEqual({ nth, filed: ['CFD-1'] })
    const pictures = server.filings().map((filing) => server.picturesOf(filing).sort())
    expect({ nth, pictures }).toEqual({ nth, pictures: [['far', 'near']] })
    life.kill()
    if (writes < nth) break
  }
})
