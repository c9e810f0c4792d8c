import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { routes } from '@/client/deskRoutes'
import { toTop } from '@/client/device'
import { type Paper, print, prints, usePaper } from '@/client/printing'
import { useAsk } from '@/client/useAsk'
import { home } from '@/contract/home'
import { role } from '@/ui/aria'
import { Choice } from '@/ui/Choice'
import { Tap } from '@/ui/Tap'
import { takingWords } from '@/ui/takingWords'
import { useSay } from '@/ui/words'
import { inGroups } from './groups'
import { SLIP, SlipPaper } from './SlipPaper'
import type { Filed } from './useTaking'

const PAPERS: Exclude<Paper, 'a4'>[] = ['a5', 'receipt']

type Props = { filed: Filed; hotline: string; another: () => void }

/** What the person goes away with: a slip of paper, or what is read out to them. */
export function Slip({ filed: { ticket, code, channel }, hotline, another }: Props) {
  const say = useSay()
  const [paper, setPaper] = useState(PAPERS[0] ?? 'a5')
  usePaper(SLIP, paper)
  const { asked } = useAsk(home, 'home.open', {}, 'desk')
  const district = asked.state === 'ready' ? asked.data.district : undefined
  const ours = { ...ticket, sample: ticket.sample || (district?.sample ?? false) }
  useEffect(() => {
    toTop()
  }, [])
  return (
    <View>
      <View className='card stack'>
        <View className='title' {...role('status')}>{`✓ ${say(takingWords.done)}`}</View>
        {channel === 'phone' ? (
          <View className='note stack'>
            <View className='strong'>{say(takingWords.readOut)}</View>
            <View className='taking-aloud'>
              {say(takingWords.reading, { no: inGroups(ticket.no), code: inGroups(code) })}
            </View>
            <View className='quiet small'>{say(takingWords.readingNote)}</View>
          </View>
        ) : null}
        {prints ? (
          <Choice
            label={say(takingWords.paper)}
            options={PAPERS.map((one) => [one, say(takingWords.papers[one])] as const)}
            value={paper}
            onChoose={setPaper}
          />
        ) : (
          <View className='quiet small'>{say(takingWords.printElsewhere)}</View>
        )}
        <View className='row wrap'>
          {prints ? (
            <Tap look='main' onTap={print}>
              {say(takingWords.print)}
            </Tap>
          ) : null}
          <Tap onTap={another}>{say(takingWords.another)}</Tap>
          <Tap look='line' onTap={() => routes.deskTicket(ticket.no)}>
            {say(takingWords.look)}
          </Tap>
        </View>
      </View>
      <SlipPaper ticket={ours} code={code} hotline={hotline} district={district?.name} narrow={paper === 'receipt'} />
    </View>
  )
}
