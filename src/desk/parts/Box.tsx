import { View } from '@tarojs/components'
import { useEffect } from 'react'
import { scrollTo } from '@/client/device'
import type { Acting } from '@/client/useAct'
import type { Output } from '@/contract'
import { deskWords } from '@/ui/deskWords'
import { useSay } from '@/ui/words'
import { Answer } from './Answer'
import { Extend } from './Extend'
import { AddUnit, Dispatch } from './Pass'
import { Review } from './Review'
import { AskBack, Objection, Reply } from './Write'

/** The commands that open a box, in the order of their buttons. `take` needs none. */
export const BOXES = ['review', 'reply', 'dispatch', 'answer', 'ask-back', 'extend', 'add-unit', 'object'] as const
export type BoxName = (typeof BOXES)[number]

export type BoxProps = Pick<Acting, 'act' | 'busy' | 'error' | 'forget'> & {
  units: Output<'desk.open'>['units']
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
}

/** The box of one command. It comes into sight when it opens, and says who will read what is written in it. */
export function Box({ name, ...props }: BoxProps & { name: BoxName }) {
  const say = useSay()
  const Inside = INSIDE[name]
  useEffect(() => scrollTo('#desk-box'), [])
  return (
    <View className='stack'>
      <View className='heading'>{say(deskWords.act[name])}</View>
      <Inside {...props} />
    </View>
  )
}
