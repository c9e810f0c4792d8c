import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '@/client/call'
import { confirm } from '@/client/device'
import { prints } from '@/client/printing'
import type { Failure, Output } from '@/contract'
import { MAX_SPOTS, type SpotView, spots } from '@/contract/spots'
import { role } from '@/ui/aria'
import { Empty, Wrong } from '@/ui/States'
import { spotWords } from '@/ui/spotWords'
import { Tap } from '@/ui/Tap'
import { TrailTurn } from '@/ui/Turn'
import { useSay, words } from '@/ui/words'

type Page = Output<'spots.list'>
type Props = {
  page: Page
  trail: string[]
  go: (trail: string[]) => void
  /** Also those of pages turned before. */
  chosen: SpotView[]
  choose: (chosen: SpotView[]) => void
  saved: number
  again: () => Promise<void>
  write: (spot?: SpotView) => void
  writeMany: () => void
  print: () => void
}

/** All there are, the newest first; those with a tick are printed. */
export function List({ page, trail, go, chosen, choose, saved, again, write, writeMany, print }: Props) {
  const say = useSay()
  const [error, setError] = useState<Failure>()
  const live = page.items.filter(({ retired }) => !retired)
  const without = (id: string) => chosen.filter((one) => one.id !== id)
  const isFull = chosen.length >= MAX_SPOTS
  const turn = (spot: SpotView, on: boolean) => {
    if (on && !isFull) choose([...chosen, spot])
    if (!on) choose(without(spot.id))
  }
  const choosePage = () => {
    const more = live.filter((spot) => !chosen.some(({ id }) => id === spot.id))
    choose([...chosen, ...more].slice(0, MAX_SPOTS))
  }
  const retire = async (spot: SpotView) => {
    const sure = await confirm({
      title: say(spotWords.retireNamed, { name: spot.id }),
      content: say(spotWords.retireAsk),
      yes: say(spotWords.retire),
      no: say(words.cancel),
    })
    if (!sure) return
    const reply = await call(spots, 'spots.retire', { id: spot.id }, 'desk')
    setError(reply.ok ? undefined : reply.error)
    if (!reply.ok) return
    choose(without(spot.id))
    await again()
  }
  return (
    <View>
      <View className='card stack'>
        <View className='quiet'>{say(spotWords.intro)}</View>
        {saved ? (
          <View className='note good' {...role('status')}>
            {say(spotWords.saved, { n: saved })}
          </View>
        ) : null}
        <View className='row wrap'>
          {page.edits ? <Tap onTap={() => write()}>{say(spotWords.add)}</Tap> : null}
          {page.edits ? <Tap onTap={writeMany}>{say(spotWords.paste)}</Tap> : null}
          {prints ? (
            <Tap look='main' off={!chosen.length} onTap={print}>
              {chosen.length ? say(spotWords.print, { n: chosen.length }) : say(spotWords.printNone)}
            </Tap>
          ) : null}
        </View>
        {prints ? null : <View className='quiet small'>{say(spotWords.printElsewhere)}</View>}
        {prints && live.length ? (
          <View className='row wrap'>
            <Tap look='line' onTap={choosePage}>
              {say(spotWords.choosePage)}
            </Tap>
            {chosen.length ? (
              <Tap look='line' onTap={() => choose([])}>
                {say(spotWords.chooseNone)}
              </Tap>
            ) : null}
            {isFull ? <View className='quiet small'>{say(spotWords.full, { n: MAX_SPOTS })}</View> : null}
          </View>
        ) : null}
        <Wrong error={error} />
      </View>
      {page.items.length ? null : <Empty title={say(spotWords.none)} />}
      {page.items.map((spot) => (
        <Line
          key={spot.id}
          spot={spot}
          on={chosen.some(({ id }) => id === spot.id)}
          turn={(on) => turn(spot, on)}
          {...(page.edits && { write: () => write(spot), retire: () => void retire(spot) })}
        />
      ))}
      <TrailTurn trail={trail} next={page.next} go={go} />
    </View>
  )
}

type LineProps = {
  spot: SpotView
  on: boolean
  turn: (on: boolean) => void
  write?: () => void
  retire?: () => void
}

function Line({ spot, on, turn, write, retire }: LineProps) {
  const say = useSay()
  const name = say(spot.name)
  return (
    <View className='card row wrap spots-line'>
      {prints && !spot.retired ? (
        <Tap
          role='switch'
          look='line'
          className='spots-tick'
          label={say(spotWords.chosen, { name: spot.id })}
          on={on}
          onTap={() => turn(!on)}
        >
          {on ? '☑' : '☐'}
        </Tap>
      ) : null}
      <View className='grow spots-what'>
        <View className='row wrap'>
          <Text className='strong number'>{spot.id}</Text>
          <Text>{name}</Text>
          <Text className='tag still'>{say(spotWords.kinds[spot.kind])}</Text>
          {spot.retired ? <Text className='tag warn'>{say(spotWords.retired)}</Text> : null}
          {spot.sample ? <Text className='tag still'>{say(words.sample)}</Text> : null}
        </View>
        <View className='quiet'>{spot.address}</View>
      </View>
      {write ? (
        <Tap look='line' label={say(spotWords.changeNamed, { name: spot.id })} onTap={write}>
          {say(spotWords.change)}
        </Tap>
      ) : null}
      {retire && !spot.retired ? (
        <Tap look='line' label={say(spotWords.retireNamed, { name: spot.id })} onTap={retire}>
          {say(spotWords.retire)}
        </Tap>
      ) : null}
    </View>
  )
}
