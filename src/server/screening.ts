/**
 * Content security of what citizens send: words are checked before they are saved, pictures and voice notes when WeChat's verdict comes
 * (verdicts.ts). What does not pass is held for a person to look at, never refused: no complaint is lost because a
 * machine disliked a word.
 *
 * Not checked: what officials send, who have no openid, what comes where no mini program is configured or from the web, and
 * films, which WeChat checks nowhere. All of that is seen by the asker and by officials alone; whatever is to become public has to be looked at by a person first.
 */
import type { Actor } from '@/core/actor'
import { decide } from '@/core/decide'
import type { Label, Part } from '@/core/screening'
import type { Ticket } from '@/core/ticket'
import { type Context, settingOf } from './context'
import { sendOn } from './errands'
import { idOf } from './ids'
import { type Tx, Unavailable, type Verdict, type WeChatReply } from './ports'
import { type Entry, entryOf } from './records'

/** What content security made of words: fine, or not checked at all; later: ask again; or what may be wrong with them. */
export type Checked = 'fine' | 'later' | { label: Label }

/** In whose name things are held. */
export const SCREENER: Actor = { role: 'wechat' }
/** A comment, of WeChat's kinds of text and pictures. */
export const SCENE = 2
/** How long a person waits for WeChat: what is not checked by then is checked a minute later. */
const PATIENCE = 1500
/** As many characters as WeChat takes. */
const MOST_CHARACTERS = 2500

/** WeChat's numbers for what may be wrong. Those that are not here are `other`. */
const LABEL_OF: Record<number, Label> = {
  10001: 'ads',
  20001: 'politics',
  20002: 'porn',
  20003: 'abuse',
  20006: 'crime',
  20008: 'fraud',
  20012: 'vulgar',
  20013: 'copyright',
}

/** `review` is held like `risky`: both say that a person should look. */
export const checkedAs = ({ suggest, label }: { suggest: string; label: number }): 'fine' | { label: Label } =>
  suggest === 'pass' ? 'fine' : { label: LABEL_OF[label] ?? 'other' }

/** Refusals for which asking again is of no use: wrong openid, another mini program's openid, a call it cannot read. */
const FOR_GOOD = [40003, 40129, 43104, 43302, 44002, 47001]
export const isForGood = ({ errcode }: { errcode: number }): boolean => FOR_GOOD.includes(errcode)

/**
 * What others will read of a line of history. Of a filing also the place, the talk before it and, where the handling unit
 * will see it, the names; nobody but the desk sees hidden ones.
 */
export function wordsOf(
  entry: Pick<Entry, 'did' | 'text' | 'talk'>,
  { asker, place, behalf }: Pick<Ticket, 'asker' | 'place' | 'behalf'>,
): string {
  if (entry.did !== 'file') return entry.text ?? ''
  const names = asker.visibility === 'shown' ? [asker.name, behalf?.name] : []
  const talk = entry.talk?.map(({ text }) => text) ?? []
  return [entry.text, place.address, ...names, ...talk].filter(Boolean).join('\n')
}

/** Asks about words before they are saved. Waits a moment only; never throws for what WeChat does. */
export async function checkWords(words: string, { caller, wechat }: Context): Promise<Checked> {
  if (!words || !wechat || caller.role !== 'citizen' || !caller.openid) return 'fine'
  try {
    const reply = await inTime(wechat.msgSecCheck({ openid: caller.openid, scene: SCENE, content: cut(words) }))
    return reply?.ok ? checkedAs(reply.value) : 'later'
  } catch (error) {
    if (error instanceof Unavailable) return 'later'
    throw error
  }
}

export const cut = (words: string): string => words.slice(0, MOST_CHARACTERS)

/** Undefined when it takes too long. What comes afterwards is not heard: the errand asks again. */
async function inTime(asked: Promise<WeChatReply<Verdict>>): Promise<WeChatReply<Verdict> | undefined> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), PATIENCE)
  })
  try {
    return await Promise.race([asked, late])
  } finally {
    clearTimeout(timer)
    asked.catch(() => undefined)
  }
}

export const holdId = (no: string, part: Part): string => idOf('hold', no, JSON.stringify(part))

/** The ticket whose newest line is `entry`, and the line that says its words are held, where they are. */
export function afterCheck(
  ticket: Ticket,
  { seq }: Entry,
  checked: Checked,
  ctx: Context,
): { ticket: Ticket; hold?: Entry } {
  if (typeof checked === 'string') return { ticket }
  const command = { do: 'hold', part: { seq }, label: checked.label } as const
  const decision = decide(SCREENER, ticket, command, settingOf(ctx))
  if (!decision.ok) throw new Error(`new words cannot be held: ${decision.refusal}`)
  const held = { ...decision.ticket, entries: ticket.entries + 1 }
  return { ticket: held, hold: entryOf(ticket, held, command, SCREENER) }
}

/**
 * Writes beside a citizen's line of history what is still to be done about it, in the same transaction: the line that
 * says it is held, words that could not be checked, and each picture and voice note.
 */
export async function sendToCheck(
  tx: Tx,
  { entryId, entry, checked, hold }: { entryId: string; entry: Entry; checked: Checked; hold: Entry | undefined },
  ctx: Context,
): Promise<void> {
  const { no, seq, photos, clips = [] } = entry
  if (hold) await tx.insert('entries', holdId(no, { seq }), hold)
  const { caller, wechat } = ctx
  if (!wechat || caller.role !== 'citizen' || !caller.openid) return
  const { openid } = caller
  if (checked === 'later') {
    await sendOn(tx, idOf('check-text', entryId), { kind: 'check-text', no, entryId, openid }, ctx)
  }
  for (const photo of new Map(photos.map((one) => [one.id, one])).values()) {
    const errand = { kind: 'check-picture', no, photo: photo.id, name: photo.name, openid } as const
    await sendOn(tx, idOf('check-picture', entryId, photo.id), errand, ctx)
  }
  for (const { id, kind, name, type } of new Map(clips.map((one) => [one.id, one])).values()) {
    if (kind !== 'voice') continue
    const errand = { kind: 'check-voice', no, clip: id, name, type, openid } as const
    await sendOn(tx, idOf('check-voice', entryId, id), errand, ctx)
  }
}
