import * as v from 'valibot'
import { Unavailable, type WeChat, type WeChatReply } from '@/server/ports'

export type Service = Exclude<keyof WeChat, 'code2session'>

/**
 * Asks WeChat for a service, one way or another. The value is what WeChat sent back: parsed JSON, or the bytes of a
 * picture. A refusal is a value too. Throws Unavailable when nobody knows what became of it.
 */
export type Ask = (service: Service, request: object) => Promise<WeChatReply<unknown>>

/** How long WeChat is waited for. */
export const PATIENCE_MS = 5000

/** WeChat's "system busy, try again": it was not done, or nobody knows. */
export const BUSY = -1

/** The first version of both checks knows no persons and answers otherwise. */
const CHECK = { version: 2 }

// Labels come as numbers in replies and as text in some pushes.
const Label = v.pipe(v.union([v.number(), v.pipe(v.string(), v.digits())]), v.transform(Number))
const Checked = v.object({
  result: v.object({ suggest: v.picklist(['pass', 'review', 'risky']), label: Label }),
})
const Promised = v.object({ trace_id: v.pipe(v.string(), v.nonEmpty()) })
const PNG = 0x89
const JPEG = 0xff
// What stands between us and WeChat may answer with a page of its own, and that is neither a picture nor a "done".
const Picture = v.pipe(
  v.instance(Uint8Array),
  v.check((bytes) => bytes[0] === PNG || bytes[0] === JPEG),
)
const Done = v.pipe(
  v.custom<object>((value) => typeof value === 'object' && value !== null && !(value instanceof Uint8Array)),
  v.transform(() => undefined),
)

/** The services that need no secret of our own, by whichever way WeChat is asked. */
export function servicesBy(ask: Ask): Pick<WeChat, Service> {
  return {
    subscribeSend: async (message) => read(Done, await ask('subscribeSend', message)),
    customSend: async (message) => read(Done, await ask('customSend', message)),
    async msgSecCheck(text) {
      const reply = read(Checked, await ask('msgSecCheck', { ...CHECK, ...text }))
      return reply.ok ? { ok: true, value: reply.value.result } : reply
    },
    mediaCheckAsync: async (picture) => read(Promised, await ask('mediaCheckAsync', { ...CHECK, ...picture })),
    unlimitedCode: async (code) => read(Picture, await ask('unlimitedCode', code)),
  }
}

/** What a reply should hold. An answer that nobody understands is as good as none. */
export function read<T>(schema: v.GenericSchema<unknown, T>, reply: WeChatReply<unknown>): WeChatReply<T> {
  if (!reply.ok) return reply
  const parsed = v.safeParse(schema, reply.value)
  if (!parsed.success) throw new Unavailable('WeChat answered something that nobody understands')
  return { ok: true, value: parsed.output }
}
