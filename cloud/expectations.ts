/** What nobody could be sure of without an account: each is a check, with what is expected and what it means when it is not so. */
import * as v from 'valibot'
import { isCollision, isTaken } from '@/drivers/wechat/cloud'
import { both } from './deployment'

export type Expectation = {
  /** As the function `smoke` calls the check. */
  check: string
  expected: string
  /** Whether what was found is that; false for what is not even of its shape. */
  right: (found: unknown) => boolean
  /** What to do when it is not. */
  otherwise: string
}

const one = <T>(
  check: string,
  expected: string,
  schema: v.GenericSchema<unknown, T>,
  right: (found: T) => boolean,
  otherwise: string,
): Expectation => ({
  ...{ check, expected, otherwise },
  right(found) {
    const parsed = v.safeParse(schema, found)
    return parsed.success && right(parsed.output)
  },
})

const Refusal = v.object({ refusal: v.string() })
const Errcode = v.object({ errcode: v.number() })
const NO_PERMISSION = -604101
const NODE = 18
const TIMEOUT_MS = 20_000
const BUSY_MINUTES = 2

export const EXPECTATIONS: Expectation[] = [
  one(
    'conflict',
    'ResourceUnavailable.TransactionConflict',
    Refusal,
    ({ refusal }) => isCollision({ message: refusal }),
    both(
      '改 drivers/wechat/cloud.ts 的 isCollision',
      'isCollision must learn this text: until then nothing is retried',
    ),
  ),
  one(
    'duplicate',
    'E11000, E11000',
    v.object({ id: v.string(), key: v.string() }),
    ({ id, key }) => isTaken({ message: id }) && isTaken({ message: key }),
    both(
      '改 isTaken；若 key 为 accepted，唯一索引没有建成',
      'isTaken must learn this text; "accepted" for key: the unique index is not there',
    ),
  ),
  one(
    'many',
    '100, 1000',
    v.object({ plain: v.number(), limited: v.number() }),
    ({ plain, limited }) => plain === 100 && limited === 1000,
    both('程序每页至多 51 条，少于 51 才有问题', 'a page asks for 51: only less than that would be trouble'),
  ),
  one(
    'largeReply',
    'refused above 1 MB',
    Refusal,
    ({ refusal }) => /604001|EXCEED|exceed/.test(refusal),
    both('上限更宽，不必处理；我们至多 500 KB', 'the limit is wider: nothing to do, ours is 500 KB'),
  ),
  one(
    'largeRequest',
    'refused above 100 KB',
    Refusal,
    ({ refusal }) => /EXCEED|exceed|501007|limit/.test(refusal),
    both('上限更宽，不必处理；我们至多 90 KB', 'the limit is wider: nothing to do, ours is 90 KB'),
  ),
  one(
    'limits',
    '20000 ms',
    v.object({ ms: v.number() }),
    ({ ms }) => ms === TIMEOUT_MS,
    both('在控制台把各函数的超时设为 config.json 里的数', 'set the timeouts of config.json in the console'),
  ),
  one(
    'start',
    'loaded within 1500 ms',
    v.object({ loadedMs: v.number() }),
    ({ loadedMs }) => loadedMs <= 1500,
    both('内存调到 512 MB，或买预留实例', 'give the function 512 MB, or reserved instances'),
  ),
  one(
    'timer',
    'turned within 2 minutes',
    v.object({ minutes: v.number() }),
    ({ minutes }) => minutes >= 0 && minutes <= BUSY_MINUTES,
    both('定时触发器没有在走：在控制台建 0 * * * * * *', 'the timer does not run: make its trigger in the console'),
  ),
  one(
    'permitted',
    'an answer of WeChat (0, 40003, 61010)',
    Errcode,
    ({ errcode }) => [0, 40003, 61010].includes(errcode),
    both(
      '-604101：用开发者工具上传一次云函数，等 10 分钟',
      '-604101: upload the function once from the developer tools, wait ten minutes',
    ),
  ),
  one(
    'notPermitted',
    String(NO_PERMISSION),
    Errcode,
    ({ errcode }) => errcode === NO_PERMISSION,
    both('没有列出的接口也能用：不影响使用', 'what is not listed works too: no trouble'),
  ),
  one(
    'storage',
    '200, true, -503003',
    v.object({ head: v.number(), length: v.boolean(), maxAge: v.number(), missing: v.number() }),
    ({ head, length, missing }) => head === 200 && length && missing === -503003,
    both(
      '照片上传后的核对靠 HEAD 和 content-length：改 drivers/wechat/files.ts',
      'uploads are verified by HEAD and content-length: files.ts must do it otherwise',
    ),
  ),
  one(
    'picture',
    '40x30',
    v.object({ stored: v.string() }),
    ({ stored }) => stored === '40x30',
    both('照片存不进去：先看 machine 和 storage', 'no photo can be kept: look at machine and storage first'),
  ),
  one(
    'machine',
    'node >= 18, glibc, sharp, UTC',
    v.object({ node: v.string(), glibc: v.string(), sharp: v.string(), zone: v.string() }),
    ({ node, glibc, sharp, zone }) =>
      Number.parseInt(node, 10) >= NODE && glibc !== 'none' && /^\d+\.\d+/.test(sharp) && zone === 'UTC',
    both(
      'Node 旧：在控制台删掉函数重建；sharp 不行：重新云端安装依赖；时区不是 UTC 不影响',
      'an old Node: make the function anew in the console; sharp: install it in the cloud again; a zone that is not UTC does no harm',
    ),
  ),
  one(
    'caller',
    'a source that is no phone',
    v.object({ source: v.string() }),
    ({ source }) => !/^wx_(client|devtools)/.test(source),
    both('把这个来源告诉我们：push 会误拒', 'tell us this source: push would refuse it'),
  ),
  one(
    'push',
    'a source that is no phone',
    v.object({ source: v.string() }),
    ({ source }) => !/^wx_(client|devtools)/.test(source),
    both(
      'null：把一种消息推送临时改到 smoke，发一条消息，再改回 push；若是 wx_client，推送会被拒，须改 hosts/wechat/push.ts',
      'null: let one kind of push go to smoke, send a message, set it back; wx_client: push.ts would refuse it and must be changed',
    ),
  ),
]

/** What only a phone can tell: to be pasted into the console of the developer tools, with the mini program open. */
export const ON_A_PHONE = `wx.cloud.init()
const said = (name) => [(r) => console.log(name, 'ALLOWED', r), (e) => console.log(name, 'refused', e.errCode, e.errMsg)]
wx.cloud.database().collection('tickets').get().then(...said('read the database'))
wx.cloud.database().collection('smoke').add({ data: { a: 1 } }).then(...said('write the database'))
for (const name of ['timer', 'push', 'smoke']) wx.cloud.callFunction({ name, data: {} }).then(...said('call ' + name))
wx.cloud.callFunction({ name: 'api', data: { action: 'home.open', input: {} } }).then(...said('call api'))
wx.cloud.callFunction({ name: 'api', data: { action: 'home.open', input: {}, padding: 'x'.repeat(120 * 1024) } }).then(...said('120 KB'))`
