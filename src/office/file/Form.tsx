import { View } from '@tarojs/components'
import { useEffect } from 'react'
import { scrollTo } from '@/client/device'
import type { Output } from '@/contract'
import { MAX_PHOTOS } from '@/contract/shapes'
import { role } from '@/ui/aria'
import { Choice } from '@/ui/Choice'
import { AgainstWhom } from '@/ui/filing/Against'
import { Categories } from '@/ui/filing/Categories'
import { Kinds } from '@/ui/filing/Kinds'
import { Place } from '@/ui/filing/Place'
import { Questions } from '@/ui/filing/Questions'
import { Who } from '@/ui/filing/Who'
import { Words } from '@/ui/filing/Words'
import { PhotoPicker } from '@/ui/PhotoPicker'
import { photoWords } from '@/ui/photoWords'
import { reportWords } from '@/ui/reportWords'
import { Wrong } from '@/ui/States'
import { Tap } from '@/ui/Tap'
import { Tick } from '@/ui/Tick'
import { SignInAgain } from '@/ui/Trouble'
import { takingWords } from '@/ui/takingWords'
import { useSay, words } from '@/ui/words'
import { SpotCode } from './SpotCode'
import { type Filed, useTaking } from './useTaking'

const CHANNELS = ['window', 'phone'] as const

/** What the person says, in the order in which they usually say it. */
export function Form({ opened, done }: { opened: Output<'filing.open'>; done: (filed: Filed) => void }) {
  const say = useSay()
  const { taken, fill, set, photos, restored, afresh, send, busy, error } = useTaking(done)
  const { form } = taken
  const field = error?.field?.split('.')[0]
  useEffect(() => {
    if (field) scrollTo(`#${field}`)
  }, [field])
  const wrong = (name: string) => (field === name ? error?.message : undefined)
  const category = opened.categories.find(({ id }) => id === form.category)
  const inDanger = opened.danger.some((word) => form.text.toLowerCase().includes(word)) || choseDanger(category, form)
  return (
    <View>
      <View className='card stack'>
        <View className='quiet'>{say(takingWords.intro)}</View>
        {restored ? (
          <View className='note row wrap' {...role('status')}>
            <View className='grow'>{say(takingWords.kept)}</View>
            <Tap look='line' onTap={afresh}>
              {say(takingWords.afresh)}
            </Tap>
          </View>
        ) : null}
        <View className='strong'>{say(takingWords.channel)}</View>
        <Choice
          label={say(takingWords.channel)}
          options={CHANNELS.map((one) => [one, say(takingWords.channels[one])] as const)}
          value={taken.channel}
          onChoose={(channel) => set({ channel })}
        />
      </View>
      <View className='card stack'>
        <Words text={form.text} fill={fill} wrong={wrong('text')} />
        {inDanger ? (
          <View className='note bad strong' {...role('alert')}>
            {say(takingWords.danger)}
          </View>
        ) : null}
        <Categories
          categories={opened.categories}
          category={form.category}
          kind={form.kind}
          fill={fill}
          wrong={wrong('category')}
        />
        <Questions questions={category?.questions ?? []} details={form.details} fill={fill} />
        {form.kind ? <Kinds kind={form.kind} fill={fill} /> : null}
      </View>
      <View className='card stack'>
        <Place place={form.place} spot={form.spot} fill={fill} wrong={wrong('place')} here={false} />
        {form.spot ? null : <SpotCode taken={taken} fill={fill} type={(code) => set({ code })} wrong={wrong('spot')} />}
      </View>
      <View className='card'>
        <Who
          told={takingWords.asker}
          visibility={form.visibility}
          name={form.name}
          phone={form.phone}
          fill={fill}
          wrong={wrong}
        />
      </View>
      <View className='card stack' id='photos'>
        <View className='heading'>{say(reportWords.photos)}</View>
        {taken.photos.length ? (
          <View className='note row wrap'>
            <View className='grow'>{say(takingWords.photosKept, { n: taken.photos.length })}</View>
            <Tap look='line' onTap={() => set({ photos: [] })}>
              {say(takingWords.photosDrop)}
            </Tap>
          </View>
        ) : null}
        <PhotoPicker photos={photos} most={MAX_PHOTOS - taken.photos.length} label={say(photoWords.add)} />
        <Wrong error={field === 'photos' ? error : undefined} />
      </View>
      <View className='card stack'>
        <AgainstWhom against={form.against} units={opened.units} fill={fill} wrong={wrong} />
        <Tick name={say(reportWords.consent)} on={form.consent} onTap={() => fill({ consent: !form.consent })} />
        <View className='quiet small'>{say(reportWords.consentNote)}</View>
      </View>
      <View className='foot stack'>
        <Wrong error={error} />
        <SignInAgain error={error} />
        <Tap look='main' off={busy || !photos.ids} onTap={() => void send()}>
          {say(busy ? words.sending : takingWords.submit)}
        </Tap>
      </View>
    </View>
  )
}

type Category = Output<'filing.open'>['categories'][number]
type Chosen = { details: { question: string; option: string }[] }

const choseDanger = (category: Category | undefined, { details }: Chosen): boolean =>
  details.some(({ question, option }) =>
    category?.questions?.some(
      (one) => one.id === question && one.options.some(({ id, danger }) => danger && id === option),
    ),
  )
