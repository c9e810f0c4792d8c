import { View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '@/client/call'
import type { Taken } from '@/client/taken'
import type { Failure } from '@/contract'
import { filing } from '@/contract/filing'
import { role } from '@/ui/aria'
import { Field } from '@/ui/Field'
import type { Fill } from '@/ui/filing/form'
import { reportWords } from '@/ui/reportWords'
import { Wrong } from '@/ui/States'
import { Tap } from '@/ui/Tap'
import { takingWords } from '@/ui/takingWords'
import { useSay } from '@/ui/words'

type Props = { taken: Taken; fill: Fill; type: (code: string) => void; wrong: string | undefined }

/** The code on the lamp post, as the person reads it from there: looked up, it fills in the place. */
export function SpotCode({ taken: { code, form }, fill, type, wrong }: Props) {
  const say = useSay()
  const [none, setNone] = useState(false)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<Failure>()
  const find = async () => {
    if (!code.trim()) return
    setBusy(true)
    const reply = await call(filing, 'filing.open', { spot: code.trim().slice(0, 32) }, 'desk')
    setBusy(false)
    setError(reply.ok ? undefined : reply.error)
    const spot = reply.ok ? reply.data.spot : undefined
    setNone(reply.ok && !spot)
    if (!spot) return
    const { id, name, address, point, category } = spot
    fill({
      spot: { id, name },
      place: { address: form.place.address || address, ...(point && { point: { ...point, system: 'wgs84' } }) },
      ...(category && !form.category && { category }),
    })
    type('')
  }
  const write = (next: string) => {
    setNone(false)
    type(next)
  }
  if (form.spot) {
    return (
      <View className='row wrap' id='spot'>
        <View className='note good grow'>
          {`✓ ${say(takingWords.spotFound, { id: form.spot.id, name: say(form.spot.name) })}`}
        </View>
        <Tap look='line' onTap={() => fill({ spot: undefined, place: {} })}>
          {say(reportWords.spotDrop)}
        </Tap>
      </View>
    )
  }
  return (
    <View className='stack' id='spot'>
      <View className='row taking-code'>
        <View className='grow'>
          <Field
            label={say(takingWords.spot)}
            hint={say(takingWords.spotHint)}
            value={code}
            onInput={write}
            most={20}
            wrong={wrong}
            onDone={() => void find()}
          />
        </View>
        <Tap off={busy || !code.trim()} onTap={() => void find()}>
          {say(takingWords.spotFind)}
        </Tap>
      </View>
      {none ? (
        <View className='note warn' {...role('status')}>
          {say(takingWords.spotNone)}
        </View>
      ) : null}
      <Wrong error={error} />
    </View>
  )
}
