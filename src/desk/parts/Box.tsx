import { View } from '@tarojs/components'
import { useEffect } from 'react'
import { scrollTo } from '@/client/device'
import type { Acting } from '@/client/useAct'
import type { Output } from '@/contract'
import type { TicketView } from '@/contract/tickets'
import { deskWords } from '@/ui/deskWords'
import { handlingWords } from '@/ui/handlingWords'
import { useSay } from '@/ui/words'
import { Answer } from './Answer'
import { Delay } from './Delay'
import { Extend } from './Extend'
import { HandBack, HandOver } from './Hand'
import { Merge, Split, Unmerge } from './Join'
import { AddUnit, Dispatch } from './Pass'
import { Review } from './Review'
import { AskBack, Note, Objection, Reply } from './Write'

/** The commands that open a box, in the order of their buttons: those that are always in sight. `take` needs no box. */
export const FIRST = ['review', 'reply', 'dispatch', 'answer', 'ask-back', 'object', 'note'] as const
/** And those under `more`. */
export const MORE = ['hand-over', 'hand-back', 'add-unit', 'extend', 'delay', 'merge', 'unmerge', 'split'] as const
export type BoxName = (typeof FIRST)[number] | (typeof MORE)[number]

/** What a button says, and the heading of the box it opens. */
export const ACT = { ...deskWords.act, ...handlingWords.act } as const

export type BoxProps = Pick<Acting, 'act' | 'busy' | 'error' | 'forget'> & {
  ticket: TicketView
  units: Output<'desk.open'>['units']
  colleagues: Output<'desk.open'>['colleagues']
  categories: Output<'desk.open'>['categories']
  draft: { initial: string; onText: (text: string) => void }
  close: () => void
}

const INSIDE: Record<BoxName, (props: BoxProps) => JSX.Element> = {
  reply: Reply,
  'ask-back': AskBack,
  object: Objection,
  dispatch: Dispatch,
  'add-unit': AddUnit,
  answer: Answer,
  review: Review,
  extend: Extend,
  note: Note,
  'hand-over': HandOver,
  'hand-back': HandBack,
  delay: Delay,
  merge: Merge,
  unmerge: Unmerge,
  split: Split,
}

/** The box of one command. It comes into sight when it opens, and says who will read what is written in it. */
export function Box({ name, ...props }: BoxProps & { name: BoxName }) {
  const say = useSay()
  const Inside = INSIDE[name]
  useEffect(() => scrollTo('#desk-box'), [])
  return (
    <View className='stack'>
      <View className='heading'>{say(ACT[name])}</View>
      <Inside {...props} />
    </View>
  )
}
