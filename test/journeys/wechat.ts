/** WeChat as the town sees it: whose code it is, what it was asked, and whatever a test makes it answer. */
import type { WeChat } from '@/server/ports'

type Asked = { call: keyof WeChat; with: unknown }
export type Acted = WeChat & { asked: Asked[]; answers(changed: Partial<WeChat>): void }

/** The code `code-of-wu` is that of the openid `o-wu`, and so on. Everything is fine, and sent, unless a test says otherwise. */
export function actedWeChat(): Acted {
  const asked: Asked[] = []
  const ok = <T>(value: T) => ({ ok: true as const, value })
  let answers: WeChat = {
    code2session: async (code) =>
      code.startsWith('code-of-')
        ? ok({ openid: code.replace('code-of', 'o') })
        : { ok: false, errcode: 40029, errmsg: 'invalid code' },
    subscribeSend: async () => ok({}),
    customSend: async () => ok({}),
    msgSecCheck: async () => ok({ suggest: 'pass', label: 100 }),
    mediaCheckAsync: async () => ok({ trace_id: `trace-${asked.length}` }),
    unlimitedCode: async () => ok(new Uint8Array([0x89, 0x50, 0x4e, 0x47])),
  }
  const noting =
    <K extends keyof WeChat>(call: K) =>
    (input: Parameters<WeChat[K]>[0]) => {
      asked.push({ call, with: input })
      return (answers[call] as (input: Parameters<WeChat[K]>[0]) => ReturnType<WeChat[K]>)(input)
    }
  return {
    asked,
    answers: (changed) => {
      answers = { ...answers, ...changed }
    },
    code2session: noting('code2session'),
    subscribeSend: noting('subscribeSend'),
    customSend: noting('customSend'),
    msgSecCheck: noting('msgSecCheck'),
    mediaCheckAsync: noting('mediaCheckAsync'),
    unlimitedCode: noting('unlimitedCode'),
  }
}
