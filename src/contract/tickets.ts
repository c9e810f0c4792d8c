/** A ticket to read, for those who may: filed, opened, looked up. */
import * as v from 'valibot'
import { DOORS, SEND_TROUBLES } from '@/core/chat'
import { action } from './action'
import { ScreenedView } from './screening'
import * as s from './shapes'
import { Filing, Talk } from './ticketFiling'
import { FirstReplyView, ResolveView } from './ticketLines'

const Stamp = v.pipe(v.string(), v.maxLength(80))

/** One line of a ticket's history: a command, who gave it, and what they said. */
export const EntryView = v.object({
  id: v.string(),
  at: s.Moment,
  did: v.union([s.Command, v.picklist(['file', 'received'])]),
  by: v.object({
    role: v.picklist(['citizen', 'official', 'system']),
    name: v.exactOptional(v.string()),
    unit: v.exactOptional(s.Bilingual),
  }),
  text: v.exactOptional(v.string()),
  /** From official to official; never shown to the citizen. */
  note: v.exactOptional(v.string()),
  reason: v.exactOptional(v.string()),
  result: v.exactOptional(s.Result),
  reopened: v.exactOptional(v.boolean()),
  unit: v.exactOptional(s.Bilingual),
  days: v.exactOptional(v.number()),
  /** Of the one answer to all: which edition; what is new in it; that it was there already when this was asked. */
  edition: v.exactOptional(v.number()),
  change: v.exactOptional(v.string()),
  ready: v.exactOptional(v.literal(true)),
  /** To whom it was handed over. */
  to: v.exactOptional(v.string()),
  /** Until when it is expected, where it will be late. */
  until: v.exactOptional(v.string()),
  /** The other ticket: the one it is answered with, the one that joined it, the one taken out of it. */
  other: v.exactOptional(v.string()),
  stars: v.exactOptional(v.number()),
  /** Of the filing: what the program had said before they asked a person. */
  talk: v.exactOptional(Talk),
  photos: v.array(s.PhotoView),
  clips: v.exactOptional(v.array(s.ClipView)),
  /** Its words are kept from others, to whom they are absent. */
  screened: v.exactOptional(ScreenedView),
  /** What was held, released or withheld by this line, and what may be wrong with it. */
  about: v.exactOptional(v.picklist(['words', 'photo', 'clip'])),
  label: v.exactOptional(ScreenedView.entries.label),
  /** False: only officials see this line. */
  public: v.boolean(),
})
export type EntryView = v.InferOutput<typeof EntryView>

export const TicketView = v.object({
  no: v.string(),
  /** Private query code: for the asker only. */
  code: v.exactOptional(v.string()),
  /** What it was when it was shown: another one means that it is another now. For the asker only. */
  stamp: v.exactOptional(Stamp),
  sample: v.boolean(),
  kind: s.Kind,
  category: s.Category,
  text: v.string(),
  /** `map`: where maps of China draw the point (GCJ-02). */
  place: v.object({
    address: v.exactOptional(v.string()),
    point: v.exactOptional(s.Point),
    map: v.exactOptional(s.Point),
  }),
  photos: v.array(s.PhotoView),
  clips: v.exactOptional(v.array(s.ClipView)),
  details: v.exactOptional(v.array(v.object({ ask: s.Bilingual, said: s.Bilingual }))),
  spot: v.exactOptional(v.object({ id: v.string(), name: s.Bilingual })),
  /** For whom it was filed; to be seen by whoever sees who asked. */
  behalf: v.exactOptional(v.object({ relation: s.Relation, name: v.string(), phone: v.exactOptional(v.string()) })),
  /** Whom it is about; for the asker and the desk. */
  against: v.exactOptional(v.object({ unit: v.exactOptional(s.Unit), name: v.exactOptional(v.string()) })),
  taken: v.exactOptional(v.object({ by: v.string(), unit: s.Unit, channel: s.Channel })),
  followers: v.exactOptional(v.number()),
  /** The asker agrees that it may be published without private details. */
  consent: v.boolean(),
  asker: v.object({ visibility: s.Visibility, name: v.exactOptional(v.string()), phone: v.exactOptional(v.string()) }),
  status: s.Status,
  filedAt: s.Moment,
  about: v.exactOptional(v.object({ id: v.string(), title: s.Bilingual, tip: v.boolean() })),
  unit: s.Unit,
  coUnits: v.array(s.Unit),
  handler: v.exactOptional(v.string()),
  /** It will be late, and is expected by this day. */
  expectedOn: v.exactOptional(v.string()),
  /** Its number where it is answered with another; for officials only, as are those answered with it. */
  mergedInto: v.exactOptional(v.string()),
  merged: v.exactOptional(v.array(v.string())),
  splitFrom: v.exactOptional(v.string()),
  splitInto: v.exactOptional(v.array(v.string())),
  /** Others ask the same: a popular issue where it is public; one that is not is for officials only. */
  group: v.exactOptional(
    v.object({ id: v.string(), title: s.Bilingual, askers: v.number(), edition: v.number(), public: v.boolean() }),
  ),
  result: v.exactOptional(v.object({ kind: s.Result, reason: v.exactOptional(v.string()) })),
  /** Until when an answer may be disputed. */
  disputeUntil: v.exactOptional(s.Moment),
  outcome: v.exactOptional(s.Outcome),
  rating: v.exactOptional(v.object({ stars: v.number(), words: v.exactOptional(v.string()) })),
  firstReply: FirstReplyView,
  resolve: ResolveView,
  /** Something in it waits for the desk to look at it. */
  held: v.boolean(),
  /** It came through a chat of WeChat's: what may still be sent there, and until when. For officials, as is what follows. */
  chat: v.exactOptional(v.object({ door: v.picklist(DOORS), left: v.number(), until: v.exactOptional(s.Moment) })),
  /** What could not be sent to its asker last, and why. */
  unsent: v.exactOptional(v.object({ why: v.picklist(SEND_TROUBLES), at: s.Moment })),
  history: v.array(EntryView),
  /** Templates of messages that the asker may be asked about now, in WeChat. */
  notices: v.array(v.string()),
  may: v.array(s.Command),
})
export type TicketView = v.InferOutput<typeof TicketView>

export const tickets = {
  'tickets.file': action(['citizen'], Filing, TicketView),
  'tickets.open': action(['citizen'], v.object({ no: s.TicketNo }), TicketView),
  /**
   * Whether anything has happened to it since `stamp`; asked every few seconds while it is looked at. `ticket`: as it is
   * now, where something has. `now`: by the server's clock, since a phone's own may be wrong.
   */
  'tickets.changes': action(
    ['citizen'],
    v.object({ no: s.TicketNo, stamp: v.exactOptional(Stamp) }),
    v.object({ stamp: Stamp, now: s.Moment, ticket: v.exactOptional(TicketView) }),
  ),
  'tickets.lookUp': action(
    ['anyone', 'citizen', 'official'],
    v.object({ no: s.TicketNo, code: v.pipe(v.string(), v.maxLength(20, 'lookup-failed')) }),
    TicketView,
  ),
}
