import { View } from '@tarojs/components'
import { useState } from 'react'
import { Choice } from '@/ui/Choice'
import { Composer } from '@/ui/Composer'
import { deskWords } from '@/ui/deskWords'
import { handlingWords } from '@/ui/handlingWords'
import { Wrong } from '@/ui/States'
import { Tap } from '@/ui/Tap'
import { Tick } from '@/ui/Tick'
import { useSay, words } from '@/ui/words'
import type { BoxProps } from './Box'
import { Cancel } from './Cancel'
import { Suggested, useSuggested } from './Suggested'

/** To the unit that is to handle it, with a word for its officials. */
export function Dispatch({ act, busy, error, units, draft, close }: BoxProps) {
  const say = useSay()
  const suggested = useSuggested()
  const [unit, setUnit] = useState(suggested.unit)
  const [chosen, setChosen] = useState<string[]>(suggested.coUnits)
  const coUnits = chosen.filter((id) => id !== unit)
  return (
    <View className='stack'>
      <Suggested />
      <Units units={units} unit={unit} choose={setUnit} />
      {unit ? (
        <Composer
          {...draft}
          label={say(deskWords.write.dispatch)}
          note={say(deskWords.toOfficials)}
          busy={busy}
          error={error}
          sendLabel={say(deskWords.act.dispatch)}
          onSend={(note) => act({ do: 'dispatch', unit, note, ...(coUnits.length && { coUnits }) })}
          onCancel={close}
        >
          <Helpers units={units.filter(({ id }) => id !== unit)} chosen={coUnits} choose={setChosen} />
        </Composer>
      ) : (
        <Cancel close={close} />
      )}
    </View>
  )
}

type HelpersProps = Pick<BoxProps, 'units'> & { chosen: string[]; choose: (chosen: string[]) => void }

/** Units that help the one that leads, as many as are wanted. */
function Helpers({ units, chosen, choose }: HelpersProps) {
  const say = useSay()
  const turn = (id: string, on: boolean) => choose(on ? [...chosen, id] : chosen.filter((one) => one !== id))
  return (
    <View className='stack'>
      <View className='quiet'>{say(handlingWords.coUnits)}</View>
      <View className='row wrap'>
        {units.map(({ id, name }) => (
          <Tick key={id} name={say(name)} on={chosen.includes(id)} onTap={() => turn(id, !chosen.includes(id))} />
        ))}
      </View>
    </View>
  )
}

/** One more unit, beside the one that leads. */
export function AddUnit({ act, busy, error, units, close }: BoxProps) {
  const say = useSay()
  const [unit, setUnit] = useState<string>()
  return (
    <View className='stack'>
      <View className='note'>{say(handlingWords.addUnitNote)}</View>
      <Units units={units} unit={unit} choose={setUnit} />
      <Wrong error={error} />
      <View className='row'>
        <Cancel close={close} />
        {unit ? (
          <Tap look='main' className='grow' off={busy} onTap={() => void act({ do: 'add-unit', unit })}>
            {say(busy ? words.sending : deskWords.act['add-unit'])}
          </Tap>
        ) : null}
      </View>
    </View>
  )
}

function Units({
  units,
  unit,
  choose,
}: Pick<BoxProps, 'units'> & { unit: string | undefined; choose: (unit: string) => void }) {
  const say = useSay()
  return (
    <View className='stack'>
      <View className='strong'>{say(deskWords.pickUnit)}</View>
      <Choice
        label={say(deskWords.pickUnit)}
        options={units.map(({ id, name }) => [id, say(name)] as const)}
        value={unit}
        onChoose={choose}
      />
    </View>
  )
}
