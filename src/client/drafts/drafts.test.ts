import { onePhone, TEXT } from '../../../test/faults/one-phone'
import { failed, UNREACHABLE } from '../../../test/faults/paper-server'
import { settled } from '../../../test/faults/phone'

const my = onePhone()

describe('writing', () => {
  it('is on the phone after each keystroke, and opens again where it was left', () => {
    const { id } = my.written('村口')
    my.life.kill()
    my.life = my.start()
    expect(my.life.drafts.draft(id)?.form).toMatchObject({ text: '村口', category: 'light' })
  })

  it('that has only begun leaves nothing behind', () => {
    const { id, form } = my.life.drafts.start()
    my.life.drafts.fill(id, { ...form, text: '村' })
    my.life.drafts.fill(id, form)
    my.life.drafts.closed(id)
    expect(my.device.texts.size).toBe(0)
  })

  it('goes on when the phone is full: it is told, what was kept stays, and all is kept when there is room', () => {
    const { id, form } = my.written('村口')
    my.device.room = 0
    expect(my.life.drafts.fill(id, { ...form, text: TEXT })).toBe('full')
    expect(my.draftOf(id).form.text).toBe('村口')
    delete my.device.room
    expect(my.life.drafts.fill(id, { ...form, text: TEXT })).toBe('kept')
  })

  it('keeps photos out of the place that the phone tidies up', async () => {
    const { id } = my.written()
    await my.photographed(id, 'near', 'far')
    my.life.kill()
    my.life = my.start()
    expect(my.draftOf(id).media.map(({ key }) => my.device.files.get(key)?.toString())).toEqual(['near', 'far'])
  })

  it('with a photo that does not fit says so and shows none', async () => {
    const { id } = my.written()
    my.device.room = 5_000
    expect(await my.photographed(id, 'x'.repeat(9_000))).toEqual(['full'])
    expect(my.draftOf(id).media).toEqual([])
  })

  it('thrown away takes its photos with it', async () => {
    const { id } = my.written()
    await my.photographed(id, 'near')
    expect(my.life.drafts.discard(id)).toBe(true)
    await settled()
    expect([my.device.texts.size, my.device.files.size]).toEqual([0, 0])
  })

  it('sends the photos of the draft that is open, and files nothing', async () => {
    const { id } = my.written()
    my.life.drafts.opened(id)
    await my.photographed(id, 'near')
    await settled()
    expect(my.draftOf(id).media).toMatchObject([{ state: 'sent' }])
    expect(my.server.filings()).toEqual([])
  })
})

describe('sending', () => {
  it('ends with a number and all photos; then the phone lets go of them', async () => {
    const { id } = my.written()
    await my.photographed(id, 'near', 'far')
    my.life.drafts.send(id)
    await settled()
    const [filing] = my.server.filings()
    expect(filing && my.server.picturesOf(filing)).toEqual(['near', 'far'])
    expect(my.draftOf(id)).toMatchObject({ state: 'filed', no: 'CFD-1', form: { text: TEXT } })
    expect(my.device.files.size).toBe(0)
  })

  it('waits without a network, and goes by itself', async () => {
    const { id } = my.written()
    my.server.trouble.file = [UNREACHABLE, UNREACHABLE, UNREACHABLE]
    my.life.drafts.send(id)
    await settled()
    expect(my.draftOf(id).no).toBe('CFD-1')
  })

  it('whose answer was lost arrives once', async () => {
    const { id } = my.written()
    my.server.trouble.lost = [UNREACHABLE, failed('failed', 'broken')]
    my.life.drafts.send(id)
    await settled()
    expect(my.server.asked.length).toBe(3)
    expect(my.server.filings().length).toBe(1)
    expect(my.draftOf(id).no).toBe('CFD-1')
  })

  it('said twice is said once', async () => {
    const { id } = my.written()
    expect([my.life.drafts.send(id), my.life.drafts.send(id)]).toEqual(['kept', 'kept'])
    await settled()
    expect(my.server.filings().length).toBe(1)
  })

  it('has the same photo as often as it was put there', async () => {
    const { id } = my.written()
    await my.photographed(id, 'near', 'near')
    my.life.drafts.send(id)
    await settled()
    const [filing] = my.server.filings()
    expect(filing && my.server.picturesOf(filing)).toEqual(['near', 'near'])
  })

  it('of one that never gets through keeps no other back', async () => {
    const stuck = my.written('这一件总是发不出去')
    await my.photographed(stuck.id, 'a film too long for this line')
    const { id } = my.written()
    my.server.trouble.upload = Array.from({ length: 10_000 }, () => UNREACHABLE)
    my.life.drafts.send(stuck.id)
    my.life.drafts.send(id)
    await settled()
    expect([my.draftOf(stuck.id).state, my.draftOf(id).state]).toEqual(['waiting', 'filed'])
    my.life.kill()
  })

  it('of one whose files the phone cannot read now keeps no other back', async () => {
    const stuck = my.written('这一件的照片读不出来')
    await my.photographed(stuck.id, 'near')
    const { id } = my.written()
    my.life.phone.files.pathOf = () => Promise.reject(new Error('the database of the browser is shut'))
    my.life.drafts.send(stuck.id)
    my.life.drafts.send(id)
    await settled()
    expect([my.draftOf(stuck.id).state, my.draftOf(id).state]).toEqual(['waiting', 'filed'])
    my.life.kill()
  })

  it('asks the server first about photos that an earlier life may have sent', async () => {
    const { id } = my.written()
    await my.photographed(id, 'near')
    my.life.kill()
    my.life = my.start()
    my.life.drafts.send(id)
    await settled()
    expect(my.server.uploads).toMatchObject([{ again: true }])
  })

  it('from two tabs at once arrives once', async () => {
    const { id } = my.written()
    await my.photographed(id, 'near')
    const other = my.start()
    my.life.drafts.send(id)
    await Promise.all([other.drafts.recover(), settled()])
    expect(my.server.filings().length).toBe(1)
    expect(my.draftOf(id).state).toBe('filed')
  })
})
