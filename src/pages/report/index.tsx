import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useEffect } from 'react'
import { dial, scrollTo } from '@/client/device'
import { param, routes } from '@/client/routes'
import { useAsk } from '@/client/useAsk'
import { usePhotos } from '@/client/usePhotos'
import type { Output } from '@/contract'
import { filing } from '@/contract/filing'
import { MAX_PHOTOS } from '@/contract/shapes'
import { Answered } from '@/ui/Answered'
import { DeskHours } from '@/ui/DeskHours'
import { PhotoPicker } from '@/ui/PhotoPicker'
import { Screen } from '@/ui/Screen'
import { Wrong } from '@/ui/States'
import { Tap } from '@/ui/Tap'
import { useSay, words } from '@/ui/words'
import { About } from './About'
import { Guide } from './Guide'
import './index.css'
import { startOf, useFiling } from './useFiling'
import { What } from './What'
import { Where } from './Where'

const DANGER = ['110', '119', '120']

export default function Report() {
  const { params } = useRouter()
  const about = param(params, 'about')
  const asking = useAsk(filing, 'filing.open', about ? { about } : {})
  const tip = asking.asked.state === 'ready' && asking.asked.data.about?.tip
  return (
    <Screen title={tip ? words.report.tip : words.report.title}>
      <Answered asking={asking}>
        {(opened) => <Form opened={opened} asks={param(params, 'kind') === 'consult'} />}
      </Answered>
    </Screen>
  )
}

/** `asks`: the person came for an answer by somebody at the desk. */
function Form({ opened, asks }: { opened: Output<'filing.open'>; asks: boolean }) {
  const say = useSay()
  const { about } = opened
  const photos = usePhotos(MAX_PHOTOS)
  const { form, set, send, error, busy } = useFiling(startOf(about, asks), opened.notices, routes.filed)
  const field = error?.field?.split('.')[0]
  useEffect(() => {
    if (field) scrollTo(`#${field}`)
  }, [field])
  const wrong = (name: string) => (field === name ? error?.message : undefined)
  const waiting = photos.uploads.some(({ state }) => state === 'sending')
  const failed = photos.uploads.some(({ state }) => state === 'failed')
  return (
    <View>
      {about ? (
        <View className='note stack report-danger'>
          <View className='strong'>{say(words.report.about, { title: say(about.title) })}</View>
          {about.tip ? <View>{say(words.report.tipNote)}</View> : null}
        </View>
      ) : null}
      <View className='row wrap report-danger'>
        <View className='quiet small'>{say(words.report.danger)}</View>
        {DANGER.map((number) => (
          <Tap key={number} look='warn' onTap={() => dial(number)}>
            {number}
          </Tap>
        ))}
      </View>
      <View className='card stack' id='photos'>
        <View className='row wrap'>
          <View className='heading'>{say(words.report.photos)}</View>
          <View className='quiet small'>{say(words.report.photosHint)}</View>
        </View>
        <PhotoPicker photos={photos} most={MAX_PHOTOS} label={say(words.photo.add)} />
        <Wrong error={field === 'photos' ? error : undefined} />
      </View>
      <What form={form} set={set} categories={opened.categories} wrong={wrong} tip={about?.tip ?? false} />
      <Where place={form.place} set={set} wrong={wrong('place')} />
      <About form={form} set={set} wrong={wrong} tip={about?.tip ?? false} />
      <Guide guide={opened.guide} />
      <View className='foot stack'>
        {waiting || failed ? (
          <View className='quiet small'>{say(failed ? words.report.photoFailed : words.report.wait)}</View>
        ) : null}
        <Wrong error={error && !field ? error : undefined} />
        <Tap look='main' off={busy || !photos.ids} onTap={() => photos.ids && void send(photos.ids)}>
          {say(busy ? words.sending : words.report.submit)}
        </Tap>
        <View className='quiet small report-hours'>
          <DeskHours {...opened} />
        </View>
      </View>
    </View>
  )
}
