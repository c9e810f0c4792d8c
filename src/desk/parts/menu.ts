import { routes } from '@/client/deskRoutes'
import type { Output } from '@/contract'
import { groupWords } from '@/ui/groupWords'
import { officeWords } from '@/ui/officeWords'
import { publishWords } from '@/ui/publishWords'
import { spotWords } from '@/ui/spotWords'
import { takingWords } from '@/ui/takingWords'
import type { Words } from '@/ui/words'

type Duty = Output<'desk.queue'>['me']['duties'][number]
export type Entry = { name: Words; go: () => void; for: 'everybody' | readonly Duty[] }

const TICKETS = ['dispatch', 'answer', 'sign', 'review'] as const

/** What is not done all day, in the order of how often it is. The server checks; here stands what each has a use for. */
export const MENU: readonly Entry[] = [
  { name: takingWords.title, go: routes.takeFiling, for: ['answer', 'dispatch'] },
  { name: officeWords.reminders, go: routes.reminders, for: TICKETS },
  { name: groupWords.title, go: routes.groups, for: ['answer', 'dispatch'] },
  { name: publishWords.title, go: routes.releases, for: ['author', 'review', 'sign', 'admin'] },
  { name: spotWords.title, go: routes.spots, for: ['dispatch', 'admin'] },
  { name: officeWords.duty, go: routes.duty, for: [...TICKETS, 'admin'] },
  { name: officeWords.phrases, go: routes.phrases, for: ['dispatch', 'answer', 'sign', 'admin'] },
  { name: officeWords.routing, go: routes.routing, for: ['dispatch', 'admin'] },
  { name: officeWords.figures, go: routes.figures, for: [...TICKETS, 'admin'] },
  { name: officeWords.people, go: routes.people, for: ['admin'] },
  { name: officeWords.audit, go: () => routes.audit(), for: ['admin', 'review'] },
  { name: officeWords.blocks, go: () => routes.blocks(), for: ['admin'] },
  { name: officeWords.me, go: routes.myAccount, for: 'everybody' },
]

export const menuOf = (duties: readonly Duty[]): readonly Entry[] =>
  MENU.filter(({ for: whom }) => whom === 'everybody' || whom.some((duty) => duties.includes(duty)))
