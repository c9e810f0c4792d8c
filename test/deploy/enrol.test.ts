/** The first officials of a cloud that has no shell. */

import cloud from 'wx-server-sdk'
import { caofeidian } from '@/district/caofeidian/district'
import { openWechatStore } from '@/drivers/wechat'
import { manifest } from '@/server/manifest'
import { enrolFrom } from '../../cloud/enrolling'
import { askWeixin } from '../../cloud/tcb'
import { openCloudTown } from '../journeys/cloud-town'
import { type FakeTcb, SECRET, startTcb } from './fake-tcb'
import { told } from './stand-in'

let tcb: FakeTcb
beforeEach(async () => {
  tcb = await startTcb()
  tcb.collections.set('officials', { documents: [], indexes: [] })
})
afterEach(() => tcb.close())

const ZHANG = ['zhang', '张三', 'office', 'dispatch,answer']
async function enrolling(given: string[], from = told()) {
  const lines: string[] = []
  const code = await enrolFrom({
    ...{ given, told: from, district: caofeidian, say: (line: string) => void lines.push(line) },
    ask: (appid, secret) => askWeixin({ appid, secret }, tcb.url),
  })
  return { code, output: lines.join('\n'), password: /^zhang (\S+)$/m.exec(lines.join('\n'))?.[1] ?? '' }
}
const officials = () => tcb.collections.get('officials')?.documents ?? []

it('the password is printed once and stored as a seal alone', async () => {
  const { code, output, password } = await enrolling(ZHANG)
  expect([code, password.length]).toEqual([0, 19])
  expect(output.split(password)).toHaveLength(2)
  expect(JSON.stringify(officials())).not.toContain(password)
  expect(output).not.toContain(SECRET)
})

it('the account signs in at the desk of the cloud', async () => {
  const { password } = await enrolling(ZHANG)
  const town = await openCloudTown()
  try {
    const [{ _id, ...fields } = {}] = officials()
    await cloud
      .database()
      .collection('officials')
      .add({ data: { ...fields, _id: String(_id) } })
    const given = await town.anyone().gets('desk.signIn', { account: 'zhang', password })
    expect(given).toMatchObject({ is: 'in', official: { name: '张三' } })
    const store = await openWechatStore(cloud, manifest)
    expect(await store.get('officials', 'o_zhang')).toMatchObject({ version: 1, duties: ['dispatch', 'answer'] })
  } finally {
    await town.close()
  }
})

it('an account that is there stays as it is', async () => {
  await enrolling(ZHANG)
  const before = JSON.stringify(officials())
  const { code, output } = await enrolling(['zhang', '别人', 'office', 'answer'])
  expect([code, JSON.stringify(officials())]).toEqual([1, before])
  expect(output).toContain('zhang exists')
})

it('--reset gives a new password under the next version', async () => {
  await enrolling(ZHANG)
  const [{ password: before } = {}] = officials().map((one) => ({ ...one }))
  expect((await enrolling([...ZHANG, '--reset'])).code).toBe(0)
  expect(officials()).toEqual([expect.objectContaining({ _id: 'o_zhang', _v: 2 })])
  expect(officials()[0]?.password).not.toBe(before)
})

it('--reset of nobody', async () => {
  expect((await enrolling([...ZHANG, '--reset'])).output).toContain('there is no account zhang')
})

it.each([
  ['no name', ['zhang']],
  ['a unit that is not there', ['zhang', '张三', 'nowhere', 'answer']],
  ['a duty that is not there', ['zhang', '张三', 'office', 'answer,king']],
  ['an account with a space', ['zhang san', '张三', 'office', 'answer']],
])('%s: how it is used is shown, and nobody is asked', async (_, given) => {
  const { code, output } = await enrolling(given)
  expect([code, tcb.asked]).toEqual([1, []])
  expect(output).toContain('usage')
})

it('without the secret nothing is asked', async () => {
  const { output } = await enrolling(ZHANG, told({}, {}))
  expect([output.includes('MINHU_WECHAT_SECRET'), tcb.asked]).toEqual([true, []])
})
