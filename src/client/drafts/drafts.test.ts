import { failed, paperServer, UNREACHABLE } from '../../../test/faults/paper-server'
import { type Life, newDevice, settled, startApp } from '../../../test/faults/phone'
import { changed, type Draft } from './draft'

const TEXT = '村口路灯不亮三天了'

let server: ReturnType<typeof paperServer>
let device: ReturnType<typeof newDevice>
let life: Life
beforeEach(() => {
  server = paperServer()
  device = newDevice()
  life = start()
})
const start = () => startApp({ device, server: server.forDevice(device), haste: Infinity })

async function photographed(id: string, ...pictures: string[]): Promise<string[]> {
  const kept: string[] = []
  for (const picture of pictures) {
    device.camera.set('camera', Buffer.from(picture))
    kept.push(await life.drafts.add(id, { from: 'camera', kind: 'photo', bytes: picture.length }))
  }
  return kept
}

function written(text = TEXT): Draft {
  const draft = life.drafts.start({ category: 'light' })
  life.drafts.fill(draft.id, { ...draft.form, text })
  return draft
}

const draftOf = (id: string): Draft => life.drafts.draft(id) ?? { ...life.drafts.start(), state: 'filed', no: 'none' }

describe('writing', () => {
  it('is on the phone after each keystroke, and opens again where it was left', () => {
    const { id } = written('村口')
    life.kill()
    life = start()
    expect(life.drafts.draft(id)?.form).toMatchObject({ text: '村口', category: 'light' })
  })

  it('that has only begun leaves nothing behind', () => {
    const { id, form } = life.drafts.start()
    life.drafts.fill(id, { ...form, text: '村' })
    life.drafts.fill(id, form)
    life.drafts.closed(id)
    expect(device.texts.size).toBe(0)
  })

  it('goes on when the phone is full: it is told, what was kept stays, and all is kept when there is room', () => {
    const { id, form } = written('村口')
    device.room = 0
    expect(life.drafts.fill(id, { ...form, text: TEXT })).toBe('full')
    expect(draftOf(id).form.text).toBe('村口')
    delete device.room
    expect(life.drafts.fill(id, { ...form, text: TEXT })).toBe('kept')
  })

  it('keeps photos out of the place that the phone tidies up', async () => {
    const { id } = written()
    await photographed(id, 'near', 'far')
    life.kill()
    life = start()
    expect(draftOf(id).media.map(({ key }) => device.files.get(key)?.toString())).toEqual(['near', 'far'])
  })

  it('with a photo that does not fit says so and shows none', async () => {
    const { id } = written()
    device.room = 5_000
    expect(await photographed(id, 'x'.repeat(9_000))).toEqual(['full'])
    expect(draftOf(id).media).toEqual([])
  })

  it('thrown away takes its photos with it', async () => {
    const { id } = written()
    await photographed(id, 'near')
    expect(life.drafts.discard(id)).toBe(true)
    await settled()
    expect([device.texts.size, device.files.size]).toEqual([0, 0])
  })

  it('sends the photos of the draft that is open, and files nothing', async () => {
    const { id } = written()
    life.drafts.opened(id)
    await photographed(id, 'near')
    await settled()
    expect(draftOf(id).media).toMatchObject([{ state: 'sent' }])
    expect(server.filings()).toEqual([])
  })
})

describe('sending', () => {
  it('ends with a number and all photos; then the phone lets go of them', async () => {
    const { id } = written()
    await photographed(id, 'near', 'far')
    life.drafts.send(id)
    await settled()
    const [filing] = server.filings()
    expect(filing && server.picturesOf(filing)).toEqual(['near', 'far'])
    expect(draftOf(id)).toMatchObject({ state: 'filed', no: 'CFD-1', form: { text: TEXT } })
    expect(device.files.size).toBe(0)
  })

  it('waits without a network, and goes by itself', async () => {
    const { id } = written()
    server.trouble.file = [UNREACHABLE, UNREACHABLE, UNREACHABLE]
    life.drafts.send(id)
    await settled()
    expect(draftOf(id).no).toBe('CFD-1')
  })

  it('whose answer was lost arrives once', async () => {
    const { id } = written()
    server.trouble.lost = [UNREACHABLE, failed('failed', 'broken')]
    life.drafts.send(id)
    await settled()
    expect(server.asked.length).toBe(3)
    expect(server.filings().length).toBe(1)
    expect(draftOf(id).no).toBe('CFD-1')
  })

  it('said twice is said once', async () => {
    const { id } = written()
    expect([life.drafts.send(id), life.drafts.send(id)]).toEqual(['kept', 'kept'])
    await settled()
    expect(server.filings().length).toBe(1)
  })

  it('has the same photo as often as it was put there', async () => {
    const { id } = written()
    await photographed(id, 'near', 'near')
    life.drafts.send(id)
    await settled()
    const [filing] = server.filings()
    expect(filing && server.picturesOf(filing)).toEqual(['near', 'near'])
  })

  it('of one that never gets through keeps no other back', async () => {
    const stuck = written('这一件总是发不出去')
    await photographed(stuck.id, 'a film too long for this line')
    const { id } = written()
    server.trouble.upload = Array.from({ length: 10_000 }, () => UNREACHABLE)
    life.drafts.send(stuck.id)
    life.drafts.send(id)
    await settled()
    expect([draftOf(stuck.id).state, draftOf(id).state]).toEqual(['waiting', 'filed'])
    life.kill()
  })

  it('of one whose files the phone cannot read now keeps no other back', async () => {
    const stuck = written('这一件的照片读不出来')
    await photographed(stuck.id, 'near')
    const { id } = written()
    life.phone.files.pathOf = () => Promise.reject(new Error('the database of the browser is shut'))
    life.drafts.send(stuck.id)
    life.drafts.send(id)
    await settled()
    expect([draftOf(stuck.id).state, draftOf(id).state]).toEqual(['waiting', 'filed'])
    life.kill()
  })

  it('asks the server first about photos that an earlier life may have sent', async () => {
    const { id } = written()
    await photographed(id, 'near')
    life.kill()
    life = start()
    life.drafts.send(id)
    await settled()
    expect(server.uploads).toMatchObject([{ again: true }])
  })

  it('from two tabs at once arrives once', async () => {
    const { id } = written()
    await photographed(id, 'near')
    const other = start()
    life.drafts.send(id)
    await Promise.all([other.drafts.recover(), settled()])
    expect(server.filings().length).toBe(1)
    expect(draftOf(id).state).toBe('filed')
  })
})

describe('once it may have arrived', () => {
  it('nobody changes, recalls or throws away what is on its way', async () => {
    const { id, form } = written()
    await photographed(id, 'near')
    server.trouble.lost = Array.from({ length: 10_000 }, () => UNREACHABLE)
    life.drafts.send(id)
    await settled()
    const before = device.texts.get(`minhu.draft.${id}`)
    const [{ key } = { key: '' }] = draftOf(id).media
    expect(life.drafts.fill(id, { ...form, text: '改了' })).toBe('gone')
    expect(life.drafts.remove(id, key)).toBe('gone')
    expect(await photographed(id, 'late')).toEqual(['gone'])
    expect(life.drafts.recall(id)).toBe(false)
    expect(life.drafts.discard(id)).toBe(false)
    life.drafts.closed(id)
    expect(device.texts.get(`minhu.draft.${id}`)).toBe(before)
    expect(device.files.has(key)).toBe(true)
    server.trouble.lost = []
    life.drafts.hurry()
    await settled()
    expect(draftOf(id).no).toBe('CFD-1')
  })

  it('a phone too full to write down that it may arrive does not send it', async () => {
    const { id } = written()
    const write = life.phone.storage.write
    life.phone.storage.write = (key, text) => !text.includes('"tried":true') && write(key, text)
    life.drafts.send(id)
    await settled()
    expect(server.asked).toEqual([])
    life.kill()
  })

  it('before that, it can be taken back', async () => {
    const { id } = written()
    await photographed(id, 'near')
    server.trouble.upload = [UNREACHABLE]
    life.drafts.send(id)
    expect(life.drafts.recall(id)).toBe(true)
    await settled()
    expect(draftOf(id).state).toBe('writing')
    expect(server.asked).toEqual([])
  })

  it('before that, it can be thrown away while its photo is on its way', async () => {
    const { id } = written()
    await photographed(id, 'near')
    life.drafts.send(id)
    expect(life.drafts.discard(id)).toBe(true)
    await settled()
    expect([device.texts.size, device.files.size, server.asked.length]).toEqual([0, 0, 0])
  })
})

describe('what the server does not want', () => {
  it('comes back with the sentence, can be changed, and sent again', async () => {
    const { id, form } = written('短')
    server.trouble.file = [failed('invalid', 'text-short')]
    life.drafts.send(id)
    await settled()
    expect(draftOf(id)).toMatchObject({ state: 'writing', tried: false, wrong: { reason: 'text-short' } })
    life.drafts.fill(id, { ...form, text: TEXT })
    life.drafts.send(id)
    await settled()
    expect(draftOf(id)).toMatchObject({ state: 'filed', form: { text: TEXT } })
  })

  it('as what it is about was taken down meanwhile can be sent without it', async () => {
    const about = { id: 'news-1', title: { zh: '停水', en: 'No water' }, tip: false }
    const { id, form } = life.drafts.start({ category: 'other', about, text: TEXT })
    life.drafts.fill(id, form)
    server.trouble.file = [failed('not-found', 'release-missing')]
    life.drafts.send(id)
    await settled()
    expect(draftOf(id)).toMatchObject({ state: 'writing', tried: false, wrong: { reason: 'release-missing' } })
    life.drafts.fill(id, changed(draftOf(id).form, { about: undefined }))
    life.drafts.send(id)
    await settled()
    expect([draftOf(id).state, server.filings()[0]?.filing.about]).toEqual(['filed', undefined])
  })

  it('as a photo is named, and the filing goes without it once the person has taken it out', async () => {
    const { id } = written()
    await photographed(id, 'near', 'no picture')
    server.trouble.upload = [failed('invalid', 'photo-type')]
    life.drafts.send(id)
    await settled()
    const [refused] = draftOf(id).media
    expect(refused).toMatchObject({ state: 'refused', wrong: { reason: 'photo-type' } })
    expect(draftOf(id).wrong?.reason).toBe('photo-type')
    life.drafts.remove(id, refused?.key ?? '')
    life.drafts.send(id)
    await settled()
    const [filing] = server.filings()
    expect(filing && server.picturesOf(filing)).toEqual(['no picture'])
  })

  it.each([
    ['forbidden', 'signed-out'],
    ['not-found', 'unknown-action'],
    ['too-many', 'too-often'],
  ] as const)('is not meant by %s %s: that passes', async (code, reason) => {
    const { id } = written()
    await photographed(id, 'near')
    server.trouble.upload = [failed(code, reason)]
    server.trouble.file = [failed(code, reason)]
    life.drafts.send(id)
    await settled()
    expect(draftOf(id).state).toBe('filed')
  })
})

describe('what is gone', () => {
  it('on the server is sent again, all of it, under the same keys', async () => {
    const { id } = written()
    life.drafts.opened(id)
    await photographed(id, 'near', 'far')
    await settled()
    server.photos.clear()
    life.drafts.send(id)
    await settled()
    const [first, second, ...again] = server.uploads.map(({ key }) => key)
    expect(again).toEqual([first, second])
    expect(draftOf(id).state).toBe('filed')
  })

  it('on the server every time comes back, and can be sent again later', async () => {
    const { id } = written()
    await photographed(id, 'near')
    server.trouble.file = Array.from({ length: 4 }, () => failed('not-found', 'photo-missing'))
    life.drafts.send(id)
    await settled()
    expect(draftOf(id)).toMatchObject({
      state: 'writing',
      wrong: { reason: 'photo-missing' },
      media: [{ state: 'kept' }],
    })
    life.drafts.send(id)
    await settled()
    expect(draftOf(id).state).toBe('filed')
  })

  it('from the phone is said, and nothing is filed without it', async () => {
    const { id } = written()
    await photographed(id, 'near')
    device.files.clear()
    life.drafts.send(id)
    await settled()
    expect(draftOf(id)).toMatchObject({ state: 'writing', wrong: { reason: 'media-gone' } })
    expect(server.asked).toEqual([])
  })
})

describe('at the next start', () => {
  it('a draft of another version stays with its photos, and is counted', async () => {
    const text = JSON.stringify({ shape: 'of tomorrow', media: [{ key: 'a-photo-of-tomorrow' }] })
    device.texts.set('minhu.draft.tomorrow', text)
    device.files.set('a-photo-of-tomorrow', Buffer.from('near'))
    device.files.set('of-nothing', Buffer.from('far'))
    await life.drafts.recover()
    expect([life.drafts.all(), life.drafts.unreadable()]).toEqual([[], 1])
    expect(life.drafts.discard('tomorrow')).toBe(true)
    expect(device.texts.get('minhu.draft.tomorrow')).toBe(text)
    expect([...device.files.keys()]).toEqual(['a-photo-of-tomorrow'])
  })

  it('what was filed stays for a week, or until it was seen', async () => {
    const [first, second] = [written(), written()]
    life.drafts.send(first.id)
    life.drafts.send(second.id)
    await settled()
    expect(life.drafts.seen(first.id)).toBe(true)
    expect(life.drafts.all().map(({ id }) => id)).toEqual([second.id])
    life.kill()
    const later = Date.now() + 8 * 24 * 3_600_000
    life = startApp({ device, server: server.forDevice(device), now: () => new Date(later) })
    await life.drafts.recover()
    expect(life.drafts.all()).toEqual([])
  })

  it('a clock that is set back a year throws nothing away', async () => {
    const { id } = written()
    await photographed(id, 'near')
    life.kill()
    life = startApp({ device, server: server.forDevice(device), haste: Infinity, now: () => new Date('2020-01-01') })
    await life.drafts.recover()
    life.drafts.send(id)
    await settled()
    expect(draftOf(id).state).toBe('filed')
  })

  it('a photo that is being copied just now is not called missing', async () => {
    const { id } = written()
    const adding = photographed(id, 'near')
    await Promise.all([life.drafts.recover(), adding])
    expect(draftOf(id).media).toMatchObject([{ state: 'kept' }])
  })
})
