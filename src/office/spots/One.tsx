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
import type { Words } from '@/ui/word'
import { useSay } from '@/ui/words'
import { checked, pointOf } from './rows'

type System = keyof typeof spotWords.systems
const SYSTEMS: System[] = ['wgs84', 'gcj02']
/** No category: it may be anything. */
const ANY = ''

/** One thing, new or changed. Its code is what it is known by, and does not change. */
export function One({ spot, done, back }: { spot?: SpotView; done: (items: SpotView[]) => void; back: () => void }) {
  const say = useSay()
  const [form, setForm] = useState(() => startOf(spot))
  const [wrong, setWrong] = useState<Words>()
  const [error, setError] = useState<Failure>()
  const [busy, setBusy] = useState(false)
  const set = (change: Partial<typeof form>) => setForm((now) => ({ ...now, ...change }))
  const { asked } = useAsk(filing, 'filing.open', {}, 'desk')
  const categories = asked.state === 'ready' ? asked.data.categories : []

  const save = async () => {
    const { nameEn, category, point: written, system, ...rest } = form
    const point = pointOf(written)
    const read = checked({
      ...rest,
      ...(nameEn && { nameEn }),
      ...(category && { category }),
      ...(point && { point: { ...point, system } }),
    })
    const fault = point === null ? spotWords.pointWrong : read.ok ? undefined : read.fault.why
    setWrong(fault)
    setError(undefined)
    if (fault || !read.ok) return
    setBusy(true)
    const reply = await call(spots, 'spots.save', { spots: [read.spot] }, 'desk')
    setBusy(false)
    if (!reply.ok) return setError(reply.error)
    done(reply.data.items)
  }
  return (
    <View className='card stack'>
      <View className='heading'>{spot ? say(spotWords.changeNamed, { name: spot.id }) : say(spotWords.add)}</View>
      <View className='strong'>{say(spotWords.kind)}</View>
      <Choice
        label={say(spotWords.kind)}
        options={SPOT_KINDS.map((kind) => [kind, say(spotWords.kinds[kind])] as const)}
        value={form.kind}
        onChoose={(kind) => set({ kind })}
      />
      {spot ? null : (
        <Field
          label={say(spotWords.id)}
          hint={say(spotWords.idHint)}
          value={form.id}
          onInput={(id) => set({ id })}
          most={20}
        />
      )}
      <Field
        label={say(spotWords.name)}
        hint={say(spotWords.nameHint)}
        value={form.name}
        onInput={(name) => set({ name })}
        most={40}
      />
      <Field label={say(spotWords.nameEn)} value={form.nameEn} onInput={(nameEn) => set({ nameEn })} most={80} />
      <Field
        label={say(spotWords.address)}
        hint={say(spotWords.addressHint)}
        value={form.address}
        onInput={(address) => set({ address })}
      />
      <View className='strong'>{say(spotWords.category)}</View>
      <Choice
        label={say(spotWords.category)}
        options={[[ANY, say(spotWords.noCategory)], ...categories.map(({ id, name }) => [id, say(name)] as const)]}
        value={form.category}
        onChoose={(category) => set({ category })}
      />
      <Field
        label={say(spotWords.point)}
        hint={say(spotWords.pointHint)}
        value={form.point}
        onInput={(point) => set({ point })}
        most={60}
      />
      {form.point ? (
        <View className='stack'>
          <Choice
            label={say(spotWords.system)}
            options={SYSTEMS.map((system) => [system, say(spotWords.systems[system])] as const)}
            value={form.system}
            onChoose={(system) => set({ system })}
          />
          <View className='quiet small'>{say(spotWords.pointNote)}</View>
        </View>
      ) : null}
      {wrong ? (
        <View className='note bad' {...role('alert')}>
          {say(wrong)}
        </View>
      ) : null}
      <Wrong error={error} />
      <FormFoot save={spotWords.save} busy={busy} onSave={() => void save()} back={back} />
    </View>
  )
}

const startOf = (spot: SpotView | undefined) => ({
  id: spot?.id ?? '',
  kind: spot?.kind ?? ('lamp' as const),
  name: spot?.name.zh ?? '',
  nameEn: spot?.name.en ?? '',
  address: spot?.address ?? '',
  category: spot?.category ?? ANY,
  point: spot?.point ? `${spot.point.lat}, ${spot.point.lng}` : '',
  system: 'wgs84' as System,
})
