/** A phone that is sure that it has no network; it may be wrong. */

import { paperServer } from '../../../test/faults/paper-server'
import { newDevice, settled, startApp } from '../../../test/faults/phone'

const device = newDevice()
const server = paperServer()
const { drafts, kill } = startApp({ device, server: server.forDevice(device), haste: Infinity })
afterAll(kill)

it('what was sent without a network can be taken back and changed, and goes when there is one', async () => {
  const { id, form } = drafts.start({ category: 'light', text: '路灯不亮了。' })
  drafts.fill(id, form)
  device.offline = true
  drafts.send(id)
  await settled()
  expect(drafts.draft(id)).toMatchObject({ state: 'waiting', tried: false })
  expect(drafts.recall(id)).toBe(true)
  drafts.fill(id, { ...form, text: '路灯三天没亮了。' })
  drafts.send(id)
  device.offline = false
  drafts.hurry()
  await settled()
  expect(drafts.draft(id)).toMatchObject({ state: 'filed' })
  expect(server.filings().map(({ filing }) => filing.text)).toEqual(['路灯三天没亮了。'])
})

it('a phone that is wrong about it sends when the person says "try now"', async () => {
  const { id, form } = drafts.start({ category: 'light', text: '路灯又不亮了。' })
  drafts.fill(id, form)
  device.offline = true
  drafts.send(id)
  await settled()
  drafts.hurry()
  await settled()
  expect(drafts.draft(id)?.state).toBe('waiting')
  drafts.hurry(true)
  await settled()
  expect(drafts.draft(id)?.state).toBe('filed')
})
