import { View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '@/client/call'
import { useAsk } from '@/client/useAsk'
import type { Failure } from '@/contract'
import { filing } from '@/contract/filing'
import { SPOT_KINDS, type SpotView, spots } from '@/contract/spots'
import { role } from '@/ui/aria'
import { Choice } from '@/ui/Choice'
import { Field } from '@/ui/Field'
import { FormFoot } from '@/ui/FormFoot'
import { Wrong } from '@/ui/States'
import { spotWords } from '@/ui/spotWords'
import { Trouble } from '@/ui/Trouble'
import { useSay } from '@/ui/words'
import { type Fault, readRows, type Wanted } from './rows'

/** How many wrong lines are told at once: by then the list itself is looked at again. */
const TOLD = 10

/** A list from a spreadsheet. Nothing is saved until every line is right. */
export function Many({ done, back }: { done: (items: SpotView[]) => void; back: () => void }) {
  const say = useSay()
  const [kind, setKind] = useState<Wanted['kind']>('lamp')
  const [text, setText] = useState('')
  const [faults, setFaults] = useState<Fault[]>([])
  const [error, setError] = useState<Failure>()
  const [busy, setBusy] = useState(false)
  const { asked, again } = useAsk(filing, 'filing.open', {}, 'desk')
  if (asked.state === 'failed') return <Trouble error={asked.error} again={() => void again()} />

  const save = async () => {
    if (asked.state !== 'ready') return
    const rows = readRows(text, { kind, categories: asked.data.categories })
    setFaults(rows.ok ? [] : rows.faults)
    setError(undefined)
    if (!rows.ok) return
    setBusy(true)
    const reply = await call(spots, 'spots.save', { spots: rows.spots }, 'desk')
    setBusy(false)
    if (!reply.ok) return setError(reply.error)
    done(reply.data.items)
  }
  return (
    <View className='card stack'>
      <View className='heading'>{say(spotWords.paste)}</View>
      <View className='strong'>{say(spotWords.kind)}</View>
      <Choice
        label={say(spotWords.kind)}
        options={SPOT_KINDS.map((one) => [one, say(spotWords.kinds[one])] as const)}
        value={kind}
        onChoose={setKind}
      />
      <View className='quiet small'>{say(spotWords.rowsNote)}</View>
      <Field
        label={say(spotWords.rows)}
        hint={say(spotWords.rowsHint)}
        value={text}
        onInput={setText}
        lines
        most={-1}
      />
      {faults.length ? (
        <View className='note bad' {...role('alert')}>
          <View>{say(spotWords.rowsWrong, { n: faults.length })}</View>
          {faults.slice(0, TOLD).map(({ line, why, values }) => (
            <View key={line}>{say(spotWords.rowWrong, { line, why: say(why, values) })}</View>
          ))}
          {faults.length > TOLD ? <View>…</View> : null}
        </View>
      ) : null}
      <Wrong error={error} />
      <FormFoot
        save={spotWords.save}
        busy={busy}
        off={asked.state !== 'ready'}
        onSave={() => void save()}
        back={back}
      />
    </View>
  )
}
