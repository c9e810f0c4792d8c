/** The people that WeChat knows: when they were here last, what they may be sent, and what they may be answered. */
import { randomUUID } from 'node:crypto'
import { refused } from './weixin-refusals'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const CODE_LIFE = 5 * MINUTE
const VISIT_COUNTS = 2 * HOUR
/** How long, and how often, somebody may be answered in the customer service chat. */
const AFTER_WRITING = { life: 48 * HOUR, answers: 5 }
const AFTER_ENTERING = { life: MINUTE, answers: 2 }

type Window = { until: number; left: number }
type Person = {
  openid: string
  unionid?: string
  seenAt: number
  /** By template: how many messages may still be sent. A long-term one counts none. */
  credits: Map<string, number>
  windows: { writing?: Window; entering?: Window }
}

export function peopleOf(now: () => number) {
  const people = new Map<string, Person>()
  const codes = new Map<string, { openid: string; until: number; used: boolean }>()

  function known(openid: unknown): Person {
    const person = people.get(String(openid))
    if (!person) throw refused(40003, 'invalid openid')
    return person
  }

  const opened = ({ life, answers }: typeof AFTER_WRITING): Window => ({ until: now() + life, left: answers })

  return {
    known,

    /** Only somebody who was here lately can have what they write checked. */
    seenLately(openid: unknown): void {
      if (now() - known(openid).seenAt > VISIT_COUNTS) throw refused(61010, 'code is expired')
    },

    spendCode(code: unknown): { openid: string; unionid?: string } {
      const issued = codes.get(String(code))
      if (issued?.used) throw refused(40163, 'code been used')
      if (!issued || now() >= issued.until) throw refused(40029, 'invalid code')
      issued.used = true
      const { openid, unionid } = known(issued.openid)
      return { openid, ...(unionid && { unionid }) }
    },

    spendCredit(openid: unknown, template: string, longTerm: boolean): void {
      const { credits } = known(openid)
      const left = credits.get(template) ?? 0
      if (left === 0) throw refused(43101, 'user refuse to accept the msg')
      if (!longTerm) credits.set(template, left - 1)
    },

    spendAnswer(openid: unknown): void {
      const { writing, entering } = known(openid).windows
      const open = [entering, writing].filter((window) => window !== undefined && now() < window.until)
      if (open.length === 0) throw refused(45015, 'response out of time limit or subscription is canceled')
      const window = open.find((candidate) => candidate !== undefined && candidate.left > 0)
      if (!window) throw refused(45047, 'out of response count limit')
      window.left -= 1
    },

    /** What people do, for a test to arrange. */
    life: {
      /** Opens the mini program, for the first time or again. */
      visits(openid: string, unionid?: string): void {
        const before = people.get(openid) ?? { openid, credits: new Map(), windows: {} }
        people.set(openid, { ...before, ...(unionid && { unionid }), seenAt: now() })
      },
      /** Opens the mini program, which asks for a code to sign in with. */
      login(openid: string, unionid?: string): string {
        this.visits(openid, unionid)
        const code = randomUUID()
        codes.set(code, { openid, until: now() + CODE_LIFE, used: false })
        return code
      },
      /** Taps "allow" on a subscription: one more message, or any number of a long-term template. */
      accepts(openid: string, template: string): void {
        const { credits } = known(openid)
        credits.set(template, (credits.get(template) ?? 0) + 1)
      },
      /** Switches a subscription off. */
      refuses(openid: string, template: string): void {
        known(openid).credits.delete(template)
      },
      /** Writes in the customer service chat. */
      writes(openid: string): void {
        known(openid).windows.writing = opened(AFTER_WRITING)
      },
      /** Opens the customer service chat. */
      enters(openid: string): void {
        known(openid).windows.entering = opened(AFTER_ENTERING)
      },
    },
  }
}
