/** One filing with two photos, during which the app dies; and what is there once it has started again. No test itself. */
import { openTown, type ServerTown } from '../journeys/town'
import type { Moment } from './device'
import * as filer from './filer'
import { type Phone, startPhone } from './phone'
import { BUILT_FOR, DIST } from './screens'

const { LAMP } = filer

/** What the person has seen of it before the app died. */
type Shown = { words: boolean; photos: number; sending: boolean }
/** What became of it: the pictures and words of each ticket, and those of the drafts that are left. */
type Ending = { tickets: What[]; drafts: What[]; told: boolean }
type What = { text: string; photos: number }

const WHOLE: What = { text: LAMP, photos: 2 }

/** Kills the app at every call of a name in turn, until one filing makes no more of them. Gives how often it died. */
export async function killsAtEach(name: string, moment: Moment): Promise<number> {
  const town = await openTown()
  try {
    for (let nth = 1; ; nth++) {
      const phone = startPhone({ dist: DIST, hosts: { [BUILT_FOR]: town.url } })
      phone.killDuring(name, moment, nth)
      const shown = await files(phone)
      const died = phone.dead
      phone.spare()
      const ending = await startsAgain(phone, town)
      const errors = [...phone.errors]
      phone.close()
      await filer.empties(town)
      expect({ nth, errors }).toEqual({ nth, errors: [] })
      expect({ nth, shown, ending }).toEqual({ nth, shown, ending: allowed(shown, ending) })
      if (!died) return nth - 1
    }
  } finally {
    await town.close()
  }
}

/** The nearest to this ending that keeps the promise: one whole ticket that the phone knows, or all that was shown, in a draft. */
function allowed({ words, photos, sending }: Shown, { tickets, drafts, told }: Ending): Ending {
  if (sending || tickets.length) return { tickets: [WHOLE], drafts: [], told: true }
  if (!words && !photos && !drafts.length) return { tickets: [], drafts: [], told: false }
  const [draft] = drafts
  const kept = Math.max(photos, Math.min(draft?.photos ?? 0, WHOLE.photos))
  return { tickets: [], drafts: [{ text: words ? LAMP : (draft?.text ?? LAMP), photos: kept }], told }
}

/** Words, two photos, the category, "send"; as far as the app lives. */
async function files(phone: Phone): Promise<Shown> {
  const shown: Shown = { words: false, photos: 0, sending: false }
  const steps: (() => unknown)[] = [
    () => filer.opensForm(phone),
    () => phone.page.input('说说情况', LAMP),
    () => filer.photographs(phone, 1),
    () => filer.photographs(phone, 2),
    () => filer.sees(phone, '已传好'),
    () => phone.page.tap('路灯照明'),
    () => phone.page.tap('提交'),
    () => filer.arrives(phone),
  ]
  for (const step of steps) {
    // What is dead can no longer be used; what it showed last was seen.
    if (!phone.dead) await Promise.resolve(step()).catch(unlessDead(phone))
    look(phone, shown)
  }
  return shown
}

const unlessDead = (phone: Phone) => (error: unknown) => {
  if (!phone.dead) throw error
}

function look(phone: Phone, shown: Shown): void {
  if (phone.dead || !phone.pages.length) return
  const { page } = phone
  if (page.has('<textarea>') && page.value('<textarea>') === LAMP && !page.text().includes('存储空间满了'))
    shown.words = true
  const kept = page
    .findAll('.photo')
    .filter((photo) =>
      ['kept', 'sent'].some((state) => page.attr(photo, 'class')?.toString().split(' ').includes(state)),
    )
  shown.photos = Math.max(shown.photos, kept.length)
  if (page.text().includes('正在提交') || page.text().includes('请记下编号')) shown.sending = true
}

async function startsAgain(phone: Phone, town: ServerTown): Promise<Ending> {
  phone.kill()
  await phone.restart(filer.LIST)
  await filer.arrives(phone)
  await phone.settle()
  const tickets = await filer.ticketsOf(town)
  const drafts = filer.draftsOn(phone)
  const [ticket] = tickets
  return {
    tickets: tickets.map(({ text, photos }) => ({ text, photos: photos.length })),
    drafts: drafts
      .filter(({ state }) => state === 'writing')
      .map(({ form, media }) => ({
        text: form.text,
        photos: media.filter(({ state }) => state !== 'refused').length,
      })),
    told: ticket !== undefined && drafts.some(({ no }) => no === ticket.id),
  }
}
