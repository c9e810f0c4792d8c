/** The trial that every broken queue must fail and ours passes: killed while writing, its answers lost, had back if it can be. */
import { BROKEN } from './broken'
import { paperServer, UNREACHABLE } from './paper-server'
import { newDevice, settled, startApp } from './phone'

const PICTURES = ['near', 'far']

/** What was promised and is not so. */
async function trial(broken?: (typeof BROKEN)[string]): Promise<string[]> {
  const wrong: string[] = []
  const server = paperServer()
  const device = newDevice()
  const start = () => startApp({ device, server: server.forDevice(device), haste: Infinity, ...(broken && { broken }) })
  let life = start()
  const { id, form } = life.drafts.start({ category: 'light' })
  let kept = '村口路灯不亮三天了'
  life.drafts.fill(id, { ...form, text: kept })
  for (const picture of PICTURES) {
    device.camera.set(picture, Buffer.from(picture))
    await life.drafts.add(id, { from: picture, kind: 'photo', bytes: picture.length })
  }
  life.kill()
  life = start()
  await life.drafts.recover()

  server.trouble.lost = Array.from({ length: 10_000 }, () => UNREACHABLE)
  life.drafts.send(id)
  await settled()
  const onPhone = life.drafts.draft(id)?.media.filter(({ key }) => device.files.has(key)) ?? []
  if (onPhone.length < PICTURES.length) wrong.push('photos are not on the phone')
  if (life.drafts.recall(id) && life.drafts.fill(id, { ...form, text: `${kept}，还冒烟` }) === 'kept')
    kept = `${kept}，还冒烟`
  life.drafts.send(id)
  server.trouble.lost = []
  life.drafts.hurry()
  await settled()

  const draft = life.drafts.draft(id)
  const [filing, ...more] = server.filings()
  if (more.length) wrong.push('it is there more than once')
  if (draft?.state === 'filed' && draft.no !== filing?.no) wrong.push('the number shown is not its number')
  if (draft?.state === 'filed' && filing?.filing.text !== kept) wrong.push('the last words are not in it')
  if (draft?.state !== 'filed') wrong.push('it has not arrived')
  life.kill()
  return wrong
}

it('ours passes', async () => {
  expect(await trial()).toEqual([])
})

it.each([
  ['forgets that it may have arrived', 'the last words are not in it'],
  ['does not keep the file', 'photos are not on the phone'],
  ['says "sent" before the answer', 'the number shown is not its number'],
  ['takes a new key for each try', 'it is there more than once'],
  ['throws photos away before the number is written', 'photos are not on the phone'],
])('a queue that %s: %s', async (how, found) => {
  expect(await trial(BROKEN[how])).toContain(found)
})
