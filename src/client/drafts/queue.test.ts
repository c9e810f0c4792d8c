import { onePhone, TEXT } from '../../../test/faults/one-phone'
import { failed, UNREACHABLE } from '../../../test/faults/paper-server'
import { settled } from '../../../test/faults/phone'
import { changed } from './draft'

const my = onePhone()

describe('once it may have arrived', () => {
  it('nobody changes, recalls or throws away what is on its way', async () => {
    const { id, form } = my.written()
    await my.photographed(id, 'near')
    my.server.trouble.lost = Array.from({ length: 10_000 }, () => UNREACHABLE)
    my.life.drafts.send(id)
    await settled()
    const before = my.device.texts.get(`minhu.draft.${id}`)
    const [{ key } = { key: '' }] = my.draftOf(id).media
    expect(my.life.drafts.fill(id, { ...form, text: '改了' })).toBe('gone')
    expect(my.life.drafts.remove(id, key)).toBe('gone')
    expect(await my.photographed(id, 'late')).toEqual(['gone'])
    expect(my.life.drafts.recall(id)).toBe(false)
    expect(my.life.drafts.discard(id)).toBe(false)
    my.life.drafts.closed(id)
    expect(my.device.texts.get(`minhu.draft.${id}`)).toBe(before)
    expect(my.device.files.has(key)).toBe(true)
    my.server.trouble.lost = []
    my.life.drafts.hurry()
    await settled()
    expect(my.draftOf(id).no).toBe('CFD-1')
  })

  it('a phone too full to write down that it may arrive does not send it', async () => {
    const { id } = my.written()
    const write = my.life.phone.storage.write
    my.life.phone.storage.write = (key, text) => !text.includes('"tried":true') && write(key, text)
    my.life.drafts.send(id)
    await settled()
    expect(my.server.asked).toEqual([])
    my.life.kill()
  })

  it('before that, it can be taken back', async () => {
    const { id } = my.written()
    await my.photographed(id, 'near')
    my.server.trouble.upload = [UNREACHABLE]
    my.life.drafts.send(id)
    expect(my.life.drafts.recall(id)).toBe(true)
    await settled()
    expect(my.draftOf(id).state).toBe('writing')
    expect(my.server.asked).toEqual([])
  })

  it('before that, it can be thrown away while its photo is on its way', async () => {
    const { id } = my.written()
    await my.photographed(id, 'near')
    my.life.drafts.send(id)
    expect(my.life.drafts.discard(id)).toBe(true)
    await settled()
    expect([my.device.texts.size, my.device.files.size, my.server.asked.length]).toEqual([0, 0, 0])
  })
})

describe('what the server does not want', () => {
  it('comes back with the sentence, can be changed, and sent again', async () => {
    const { id, form } = my.written('短')
    my.server.trouble.file = [failed('invalid', 'text-short')]
    my.life.drafts.send(id)
    await settled()
    expect(my.draftOf(id)).toMatchObject({ state: 'writing', tried: false, wrong: { reason: 'text-short' } })
    my.life.drafts.fill(id, { ...form, text: TEXT })
    my.life.drafts.send(id)
    await settled()
    expect(my.draftOf(id)).toMatchObject({ state: 'filed', form: { text: TEXT } })
  })

  it('as what it is about was taken down meanwhile can be sent without it', async () => {
    const about = { id: 'news-1', title: { zh: '停水', en: 'No water' }, tip: false }
    const { id, form } = my.life.drafts.start({ category: 'other', about, text: TEXT })
    my.life.drafts.fill(id, form)
    my.server.trouble.file = [failed('not-found', 'release-missing')]
    my.life.drafts.send(id)
    await settled()
    expect(my.draftOf(id)).toMatchObject({ state: 'writing', tried: false, wrong: { reason: 'release-missing' } })
    my.life.drafts.fill(id, changed(my.draftOf(id).form, { about: undefined }))
    my.life.drafts.send(id)
    await settled()
    expect([my.draftOf(id).state, my.server.filings()[0]?.filing.about]).toEqual(['filed', undefined])
  })

  it('as a photo is named, and the filing goes without it once the person has taken it out', async () => {
    const { id } = my.written()
    await my.photographed(id, 'near', 'no picture')
    my.server.trouble.upload = [failed('invalid', 'photo-type')]
    my.life.drafts.send(id)
    await settled()
    const [refused] = my.draftOf(id).media
    expect(refused).toMatchObject({ state: 'refused', wrong: { reason: 'photo-type' } })
    expect(my.draftOf(id).wrong?.reason).toBe('photo-type')
    my.life.drafts.remove(id, refused?.key ?? '')
    my.life.drafts.send(id)
    await settled()
    const [filing] = my.server.filings()
    expect(filing && my.server.picturesOf(filing)).toEqual(['no picture'])
  })

  it.each([
    ['forbidden', 'signed-out'],
    ['not-found', 'unknown-action'],
    ['too-many', 'too-often'],
  ] as const)('is not meant by %s %s: that passes', async (code, reason) => {
    const { id } = my.written()
    await my.photographed(id, 'near')
    my.server.trouble.upload = [failed(code, reason)]
    my.server.trouble.file = [failed(code, reason)]
    my.life.drafts.send(id)
    await settled()
    expect(my.draftOf(id).state).toBe('filed')
  })
})

describe('what is gone', () => {
  it('on the server is sent again, all of it, under the same keys', async () => {
    const { id } = my.written()
    my.life.drafts.opened(id)
    await my.photographed(id, 'near', 'far')
    await settled()
    my.server.photos.clear()
    my.life.drafts.send(id)
    await settled()
    const [first, second, ...again] = my.server.uploads.map(({ key }) => key)
    expect(again).toEqual([first, second])
    expect(my.draftOf(id).state).toBe('filed')
  })

  it('on the server every time comes back, and can be sent again later', async () => {
    const { id } = my.written()
    await my.photographed(id, 'near')
    my.server.trouble.file = Array.from({ length: 4 }, () => failed('not-found', 'photo-missing'))
    my.life.drafts.send(id)
    await settled()
    expect(my.draftOf(id)).toMatchObject({
      state: 'writing',
      wrong: { reason: 'photo-missing' },
      media: [{ state: 'kept' }],
    })
    my.life.drafts.send(id)
    await settled()
    expect(my.draftOf(id).state).toBe('filed')
  })

  it('from the phone is said, and nothing is filed without it', async () => {
    const { id } = my.written()
    await my.photographed(id, 'near')
    my.device.files.clear()
    my.life.drafts.send(id)
    await settled()
    expect(my.draftOf(id)).toMatchObject({ state: 'writing', wrong: { reason: 'media-gone' } })
    expect(my.server.asked).toEqual([])
  })
})

describe('at the next start', () => {
  it('a draft of another version stays with its photos, and is counted', async () => {
    const text = JSON.stringify({ shape: 'of tomorrow', media: [{ key: 'a-photo-of-tomorrow' }] })
    my.device.texts.set('minhu.draft.tomorrow', text)
    my.device.files.set('a-photo-of-tomorrow', Buffer.from('near'))
    my.device.files.set('of-nothing', Buffer.from('far'))
    await my.life.drafts.recover()
    expect([my.life.drafts.all(), my.life.drafts.unreadable()]).toEqual([[], 1])
    expect(my.life.drafts.discard('tomorrow')).toBe(true)
    expect(my.device.texts.get('minhu.draft.tomorrow')).toBe(text)
    expect([...my.device.files.keys()]).toEqual(['a-photo-of-tomorrow'])
  })

  it('what was filed stays for a week, or until it was seen', async () => {
    const [first, second] = [my.written(), my.written()]
    my.life.drafts.send(first.id)
    my.life.drafts.send(second.id)
    await settled()
    expect(my.life.drafts.seen(first.id)).toBe(true)
    expect(my.life.drafts.all().map(({ id }) => id)).toEqual([second.id])
    my.life.kill()
    const later = Date.now() + 8 * 24 * 3_600_000
    my.life = my.start(() => new Date(later))
    await my.life.drafts.recover()
    expect(my.life.drafts.all()).toEqual([])
  })

  it('a clock that is set back a year throws nothing away', async () => {
    const { id } = my.written()
    await my.photographed(id, 'near')
    my.life.kill()
    my.life = my.start(() => new Date('2020-01-01'))
    await my.life.drafts.recover()
    my.life.drafts.send(id)
    await settled()
    expect(my.draftOf(id).state).toBe('filed')
  })

  it('a photo that is being copied just now is not called missing', async () => {
    const { id } = my.written()
    const adding = my.photographed(id, 'near')
    await Promise.all([my.life.drafts.recover(), adding])
    expect(my.draftOf(id).media).toMatchObject([{ state: 'kept' }])
  })
})
