import { View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '@/client/call'
import { useTries } from '@/client/useAct'
import { blocks, MOST_BLOCK_DAYS } from '@/contract/blocks'
import { blockWords } from '@/ui/blockWords'
import { Field } from '@/ui/Field'
import { Wrong } from '@/ui/States'
import { Tap } from '@/ui/Tap'
import { useSay } from '@/ui/words'

type Block = { days: number; reason: string }
const FEW_DAYS = '3'
const LONGEST = 200

/** For how long, and why: whoever is blocked reads the reason. */
export function Add({ no, done }: { no: string; done: () => void }) {
  const say = useSay()
  const [days, setDays] = useState(FEW_DAYS)
  const [reason, setReason] = useState('')
  const { act, busy, error } = useTries(
    (key, { days, reason }: Block) => call(blocks, 'blocks.add', { key, no, days, reason }, 'desk'),
    done,
  )
  const count = Number(days)
  const fits = Number.isInteger(count) && count >= 1 && count <= MOST_BLOCK_DAYS && reason.trim() !== ''
  return (
    <View className='card stack'>
      <View className='heading'>{say(blockWords.add)}</View>
      <View className='number'>{no}</View>
      <View className='quiet'>{say(blockWords.hint)}</View>
      <Field label={say(blockWords.days)} value={days} onInput={setDays} most={2} />
      <Field label={say(blockWords.reason)} value={reason} onInput={setReason} most={LONGEST} />
      <Wrong error={error} />
      <Tap look='warn' off={busy || !fits} onTap={() => void act({ days: count, reason })}>
        {say(blockWords.send)}
      </Tap>
    </View>
  )
}
