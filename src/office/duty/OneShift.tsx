import { View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '@/client/call'
import { useSettings } from '@/client/settings'
import type { Failure, Output } from '@/contract'
import { duty, type ShiftView } from '@/contract/duty'
import { Chosen } from '@/ui/Chosen'
import { dutyWords } from '@/ui/dutyWords'
import { FormFoot } from '@/ui/FormFoot'
import { officeWords } from '@/ui/officeWords'
import { Tap } from '@/ui/Tap'
import { ticked } from '@/ui/Tick'
import { Unsent } from '@/ui/Trouble'
import { dayText } from '@/ui/time'
import { useSay } from '@/ui/words'
import { noonOf } from './spans'

/** A shift that is there has an id: with other hours, it becomes another one. */
export type Wanted = Omit<ShiftView, 'id'> & { id?: string }
type Props = { wanted: Wanted; people: Output<'duty.shifts'>['people']; done: () => void; back: () => void }

/** One shift: from when until when, and who. */
export function OneShift({ wanted, people, done, back }: Props) {
  const say = useSay()
  const lang = useSettings((settings) => settings.lang)
  const [span, setSpan] = useState({ from: wanted.from, to: wanted.to })
  const [chosen, setChosen] = useState(wanted.officials.map(({ id }) => id))
  const [error, setError] = useState<Failure>()
  const [busy, setBusy] = useState(false)
  const turn = (id: string) => setChosen((now) => ticked(now, id))

  const save = async () => {
    setBusy(true)
    const reply = await call(duty, 'duty.setShift', { day: wanted.day, ...span, officials: chosen }, 'desk')
    const moved = wanted.id && (wanted.from !== span.from || wanted.to !== span.to)
    const gone = reply.ok && moved ? await call(duty, 'duty.dropShift', { id: wanted.id ?? '' }, 'desk') : reply
    setBusy(false)
    if (!gone.ok) return setError(gone.error)
    done()
  }
  return (
    <View className='card stack'>
      <View className='heading'>{dayText(noonOf(wanted.day), lang)}</View>
      <View className='row wrap'>
        {(['from', 'to'] as const).map((end) => (
          <View key={end} className='row'>
            <View>{say(dutyWords[end])}</View>
            <Chosen
              mode='time'
              label={say(dutyWords[end])}
              empty={say(dutyWords.chooseClock)}
              value={span[end]}
              onChange={(clock) => setSpan((now) => ({ ...now, [end]: clock }))}
            />
          </View>
        ))}
      </View>
      <View className='strong'>{say(dutyWords.who)}</View>
      <View className='row wrap'>
        {people.map(({ id, name, unit }) => (
          <Tap key={id} role='switch' look='line' on={chosen.includes(id)} onTap={() => turn(id)}>
            {say(officeWords.beside, { name, what: say(unit) })}
          </Tap>
        ))}
      </View>
      <Unsent error={error} />
      <FormFoot save={dutyWords.save} busy={busy} onSave={() => void save()} back={back} />
    </View>
  )
}
