/** What people type that is no question, and what is typed to do harm: there is always a reply, and soon. */
import type { AskReply } from '@/contract/ask'
import { everywhere } from './everywhere'
import type { Person } from './people'
import { publishes } from './published'
import { faq } from './releases'
import type { Town } from './town'

everywhere((open, _inCloud, rows) => {
  let town: Town
  let asker: Person
  beforeAll(async () => {
    town = await open()
    asker = town.anyone()
  })
  beforeEach(() => town.forgetTries())
  afterAll(() => town.close())

  const say = (words: string): Promise<AskReply> => asker.gets('ask.say', { words })

  describe('what is no question', () => {
    it.each(
      rows<[string, string]>([
        ['an emoji flood', '😀🎉👍🏽'.repeat(60)],
        ['punctuation', '？？？！！！……'],
        ['the emoticons of WeChat', '[微笑][强][玫瑰]'],
        ['letters that cannot be seen', '\u200b\u200d\ufeff'],
      ]),
    )('%s is told to use words, and shown the menu', async (_, words) => {
      const reply = await say(words)
      expect(reply.is).toBe('menu')
      expect(reply.said.zh).toContain('文字')
    })

    it('500 characters are read, and one more is refused', async () => {
      expect((await say('停'.repeat(500))).is).toBe('nothing')
      expect(await asker.isRefused('ask.say', { words: '停'.repeat(501) })).toMatchObject({ reason: 'text-long' })
      expect(await asker.isRefused('ask.say', { words: '   ' })).toMatchObject({ reason: 'words-missing' })
    })

    it.each(
      rows([
        '<script>alert(1)</script>',
        "'; drop table releases; --",
        '__proto__',
        'menu:__proto__',
        '1'.repeat(500),
        '((('.repeat(160),
        '1.'.repeat(250),
        '看'.repeat(499),
        '通知公告'.repeat(125),
        '\u0000\ud800',
      ]),
    )('an attack is answered like any other words: %s', async (words) => {
      await publishes(town, faq())
      const started = Date.now()
      const { answer, status } = await asker.asks('ask.say', { words })
      expect(status === 200 || (!answer.ok && answer.error.code === 'invalid')).toBe(true)
      expect(Date.now() - started).toBeLessThan(5000)
    })
  })
})
