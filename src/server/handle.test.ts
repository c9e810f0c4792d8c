import { contract } from '@/contract'
import { REFUSALS, sentence } from '@/contract/refusals'
import { caofeidian } from '@/district/caofeidian/district'
import { reads } from '../../test/reads'
import { people, year2026 } from '../../test/situations'
import type { Context } from './context'
import { handle, isAction, refusal } from './handle'
import { Conflict, type Store } from './ports'

/** A store in which everything fails, as when its disk is full. */
const failing = (error: Error): Store => {
  const fail = () => Promise.reject(error)
  return { get: fail, insert: fail, update: fail, remove: fail, find: fail, count: fail, tx: fail, close: fail }
}

const logged: unknown[] = []
const context = (changed: Partial<Context> = {}): Context => ({
  caller: people.driver,
  lang: 'zh',
  address: '127.0.0.1',
  now: new Date('2026-03-02T02:00:00.000Z'),
  store: failing(new Error('disk full: 13912345678')),
  files: { put: jest.fn(), urls: jest.fn(), remove: jest.fn() },
  district: caofeidian,
  calendar: year2026,
  chance: { bytes: (count) => new Uint8Array(count) },
  ...reads,
  log: { info: () => undefined, error: (event, error, fields) => logged.push({ event, error, ...fields }) },
  production: true,
  ...changed,
})
beforeEach(() => {
  logged.length = 0
})

/** Asked by somebody who is not signed in yet. */
const TO_SIGN_IN = ['desk.signIn', 'desk.signInWeChat', 'desk.offer', 'desk.collect']

describe('the one way in', () => {
  it('turns a broken store into a sentence that tells nothing of it, and writes the cause to the log', async () => {
    const answer = await handle('tickets.mine', {}, context())
    expect(answer).toEqual({
      ok: false,
      error: { code: 'failed', reason: 'broken', message: '系统出了问题，内容还在，请稍后再试。' },
    })
    expect(logged).toEqual([{ event: 'failed', action: 'tickets.mine', error: expect.any(Error) }])
  })

  it('says that somebody else was first when that is all that went wrong', async () => {
    const answer = await handle('tickets.mine', {}, context({ store: failing(new Conflict()) }))
    expect(answer).toMatchObject({ ok: false, error: { code: 'conflict', reason: 'changed' } })
    expect(logged).toEqual([])
  })

  it('asks first who is there, then what they sent: a stranger learns nothing about the shape of a call', async () => {
    const answer = await handle('tickets.file', { text: 1 }, context({ caller: people.nobody }))
    expect(answer).toMatchObject({ ok: false, error: { reason: 'signed-out' } })
  })

  it.each(['toString', 'constructor', '__proto__', 'hasOwnProperty', '', 'tickets', 'tickets.file '])(
    'knows no action called "%s"',
    (name) => {
      expect(isAction(name)).toBe(false)
    },
  )

  it.each(Object.entries(contract))(
    '%s names who may call it, and a citizen’s action is not for officials by accident',
    (name, { who }) => {
      expect(who.length).toBeGreaterThan(0)
      expect(name).toMatch(/^[a-z]+\.[a-zA-Z]+$/)
      if (name.startsWith('desk.') && !TO_SIGN_IN.includes(name)) expect(who).toEqual(['official'])
    },
  )
})

describe('what is said to people', () => {
  it.each(Object.entries(REFUSALS))('%s has a Chinese and an English sentence', (_, { zh, en }) => {
    expect(zh).toMatch(/。$/)
    // A slot of a template is written in these brackets in both languages.
    expect(en.replaceAll(/[【】]/g, '')).toMatch(/^[\x20-\x7e]+\.$/)
  })

  it('names the other person where there is one, and leaves no brackets behind', () => {
    expect(refusal('taken', { lang: 'zh' }, { name: '李强' }).error.message).toBe('李强刚刚接办了这件工单。')
    expect(sentence('taken', 'en')).not.toMatch(/[{}]/)
  })

  it('does not fill in what is part of a name', () => {
    expect(sentence('taken', 'en', { name: '{code} $& $1' })).toBe('{code} $& $1 has just taken this ticket.')
  })
})
