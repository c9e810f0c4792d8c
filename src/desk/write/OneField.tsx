import { View } from '@tarojs/components'
import { useState } from 'react'
import { whereIAm } from '@/client/place'
import { useSettings } from '@/client/settings'
import type { Photos } from '@/client/usePhotos'
import type { WhyNot } from '@/client/whyNot'
import { sentence } from '@/contract/refusals'
import type { PhotoView } from '@/contract/shapes'
import { role } from '@/ui/aria'
import { Choice } from '@/ui/Choice'
import { Field } from '@/ui/Field'
import { NotGiven } from '@/ui/NotGiven'
import { officeWords } from '@/ui/officeWords'
import { PairField } from '@/ui/PairField'
import { Tap } from '@/ui/Tap'
import { Tick } from '@/ui/Tick'
import { useSay, words } from '@/ui/words'
import { writeWords } from '@/ui/writeWords'
import { type Faults, faultOf } from '../forms/content'
import type { FormField } from '../forms/field'
import { pairIn, switchIn, textIn } from '../forms/read'
import { Day, Moment } from '../parts/Moments'
import { Attachments } from './Attachments'
import { KeptPhotos } from './KeptPhotos'
import { MenuRows } from './MenuRows'
import type { Channels } from './useStart'

export type FieldProps = {
  field: FormField
  value: unknown
  put: (value: unknown) => void
  faults: Faults
  channels: Channels
  photos: Photos
  kept: PhotoView[]
}

/** One field, as its table says. */
export function OneField(props: FieldProps) {
  const { field, value, put, channels } = props
  const say = useSay()
  const { label, wrong } = useLabel(props)
  const text = textIn(value)
  const hint = field.hint ? say(field.hint) : ''
  switch (field.is) {
    case 'pair':
    case 'prose':
      return <Pair {...props} />
    case 'switch':
      return <Tick name={label} on={switchIn(value)} onTap={() => put(!switchIn(value))} />
    case 'photos':
      return <KeptPhotos {...props} label={label} wrong={wrong} />
    case 'attachments':
      return <Attachments {...props} label={label} />
    case 'menu':
      return <MenuRows {...props} wrong={wrong} />
    case 'choice':
    case 'channel': {
      const options =
        field.is === 'channel'
          ? channels.map(({ id, name }) => [id, say(name)] as const)
          : (field.options ?? []).map(([id, name]) => [id, say(name)] as const)
      return (
        <Framed label={label} hint={hint} wrong={wrong}>
          <Choice label={label} options={options} value={text} onChoose={put} />
        </Framed>
      )
    }
    case 'day':
      return (
        <Framed label={label} hint={hint} wrong={wrong}>
          <Day label={label} value={text} onDay={put} />
        </Framed>
      )
    case 'moment':
      return (
        <Framed label={label} hint={hint} wrong={wrong}>
          <Moment label={label} value={text} onMoment={put} times={field} />
        </Framed>
      )
    case 'place':
      return <PlaceField label={label} value={text} put={put} wrong={wrong} />
    default:
      return (
        <Field
          label={label}
          hint={hint}
          value={text}
          onInput={put}
          wrong={wrong}
          most={field.is === 'lines' ? -1 : 500}
          lines={field.is === 'lines'}
        />
      )
  }
}

type PlaceProps = { label: string; value: string; put: (value: string) => void; wrong: string | undefined }

function PlaceField({ label, value, put, wrong }: PlaceProps) {
  const say = useSay()
  const [why, setWhy] = useState<WhyNot>()
  const locate = async () => {
    const at = await whereIAm('wgs84')
    setWhy(at.ok ? undefined : at.why)
    if (at.ok) put(`${at.value.lat}, ${at.value.lng}`)
  }
  return (
    <View className='stack'>
      <Field label={label} hint='39.27, 118.45' value={value} onInput={put} wrong={wrong} />
      <View className='row'>
        <Tap onTap={() => void locate()}>{say(writeWords.here)}</Tap>
      </View>
      <NotGiven what='here' why={why} />
    </View>
  )
}

/** Its name, with a word that it may stay empty where it may; and what is wrong with it. */
function useLabel({ field, faults }: Pick<FieldProps, 'field' | 'faults'>) {
  const say = useSay()
  const lang = useSettings((settings) => settings.lang)
  const reason = faultOf(faults, field.name)
  const needs = !field.empty || field.is === 'switch'
  const label = needs
    ? say(field.label)
    : say(officeWords.beside, { name: say(field.label), what: say(words.optional) })
  return { label, wrong: reason && sentence(reason, lang) }
}

function Pair({ field, value, put, faults }: FieldProps) {
  const say = useSay()
  const lang = useSettings((settings) => settings.lang)
  const { label } = useLabel({ field, faults })
  const wrong = (part: 'zh' | 'en') => {
    const reason = faults[`${field.name}.${part}`]
    return reason && sentence(reason, lang)
  }
  return (
    <PairField
      label={label}
      name={say(field.label)}
      hint={field.hint ? say(field.hint) : ''}
      value={pairIn(value)}
      onInput={put}
      lines={field.is === 'prose'}
      wrong={wrong}
    />
  )
}

type FramedProps = { label: string; hint?: string; wrong?: string | undefined; children: JSX.Element }

/** What is no field of its own: its name above it, what is wrong below. */
export function Framed({ label, hint, wrong, children }: FramedProps) {
  return (
    <View className='field-block'>
      <View className='strong write-label'>{label}</View>
      {hint ? <View className='quiet small write-label'>{hint}</View> : null}
      {children}
      {wrong ? (
        <View className='field-wrong' {...role('alert')}>
          {wrong}
        </View>
      ) : null}
    </View>
  )
}
