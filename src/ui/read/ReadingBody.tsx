import { Text, View } from '@tarojs/components'
import { showPictures } from '@/client/device'
import { openFile, openVideo, openWeb } from '@/client/open'
import { addressOf } from '@/client/server'
import { useSettings } from '@/client/settings'
import type { Reading } from '@/contract/reading'
import { PhotoRow } from '../PhotoRow'
import { Picture } from '../Picture'
import { readWords } from '../readWords'
import { Tap } from '../Tap'
import { dayText, momentText } from '../time'
import { useSay, words } from '../words'
import { AlertBody } from './AlertBody'
import { Editions } from './Editions'
import { Opening } from './Opening'
import { Prose } from './Prose'
import './ReadingBody.css'
import { Whereabouts } from './Whereabouts'

type Props = { reading: Reading }

const OVER: readonly Reading['status'][] = ['expired', 'withdrawn', 'stale']

/** One release, whole, as everybody reads it; the desk's preview too. What may be done with it is the screen's. */
export function ReadingBody({ reading }: Props) {
  if (OVER.includes(reading.status)) return <Ended reading={reading} />
  switch (reading.kind) {
    case 'article':
      return <ArticleBody reading={reading} />
    case 'page':
    case 'faq':
      return <PageBody reading={reading} />
    case 'appeal':
      return <AppealBody reading={reading} />
    case 'alert':
      return <AlertBody reading={reading} />
  }
}

/** Of what has ended only that it did, when, and why. */
function Ended({ reading: { kind, title, sample, status, ending, publishedAt } }: Props) {
  const say = useSay()
  const lang = useSettings((settings) => settings.lang)
  return (
    <View className='card stack'>
      <View className='row wrap'>
        <Text className='tag still'>{say(readWords.kind[kind])}</Text>
        {sample ? <Text className='tag still'>{say(words.sample)}</Text> : null}
      </View>
      <View className='title'>{say(title)}</View>
      <View className='note'>{say(readWords.reading.ended[status])}</View>
      {ending ? <View>{say(readWords.reading.why, { why: ending })}</View> : null}
      <View className='quiet small'>{say(readWords.reading.published, { day: dayText(publishedAt, lang) })}</View>
    </View>
  )
}

function ArticleBody({ reading }: Props) {
  const say = useSay()
  const { sourceUrl, video, attachments = [] } = reading
  return (
    <View className='card reading'>
      <Head reading={reading} />
      <Lead reading={reading} />
      <Prose blocks={reading.blocks} />
      <PhotoRow photos={reading.photos.slice(1)} />
      {video ? (
        <Opening className='reading-part' name={say(readWords.reading.video)} open={() => openVideo(video)} />
      ) : null}
      {attachments.length ? <View className='heading reading-part'>{say(readWords.reading.attachments)}</View> : null}
      {attachments.map(({ name, url }) => (
        <Opening key={url} className='reading-part' look='line' name={name} open={() => openFile(url)} />
      ))}
      {sourceUrl ? (
        <Opening className='reading-part' name={say(readWords.reading.origin)} open={() => openWeb(sourceUrl)} />
      ) : null}
      <Tail reading={reading} />
    </View>
  )
}

function PageBody({ reading }: Props) {
  return (
    <View className='card reading'>
      <Head reading={reading} />
      <Lead reading={reading} />
      <Whereabouts {...reading} name={reading.title} />
      <Prose blocks={reading.blocks} />
      <PhotoRow photos={reading.photos.slice(1)} />
      <Website reading={reading} />
      <Tail reading={reading} />
    </View>
  )
}

function Website({ reading: { url } }: Props) {
  const say = useSay()
  if (!url) return null
  return <Opening className='reading-part' name={say(readWords.reading.website)} open={() => openWeb(url)} />
}

function AppealBody({ reading }: Props) {
  const say = useSay()
  return (
    <View className='card reading'>
      <View className='reading-tag'>
        <Text className='tag warn'>{say(readWords.kind.appeal)}</Text>
      </View>
      <Head reading={reading} />
      <PhotoRow photos={reading.photos} />
      <Prose blocks={reading.blocks} />
      {reading.basis ? (
        <View className='quiet small reading-part'>{say(readWords.reading.basis, { basis: reading.basis })}</View>
      ) : null}
      <Tail reading={reading} />
    </View>
  )
}

/** Title, day, who says it, and that it was corrected. */
function Head({ reading }: Props) {
  const say = useSay()
  const lang = useSettings((settings) => settings.lang)
  const { title, publishedAt, source, issuer, unit, sample, kind, channel } = reading
  const from = source ? say(readWords.reading.source, { source }) : say(issuer ?? unit.name)
  // A page about the district has no news value: its day of publication would only look old.
  const day = kind === 'page' || kind === 'faq' ? '' : dayText(publishedAt, lang)
  return (
    <View>
      <View className='title reading-title'>{say(title)}</View>
      <View className='row wrap quiet small reading-from'>
        {sample ? <Text className='tag still'>{say(words.sample)}</Text> : null}
        <Text className='grow'>{[day, channel && say(channel.name), from].filter(Boolean).join(' · ')}</Text>
      </View>
      <Editions {...reading} />
      {lang === 'en' && !title.en ? <View className='note small'>{say(readWords.chineseOnly)}</View> : null}
    </View>
  )
}

/** The first picture, as wide as the text. */
function Lead({ reading: { photos } }: Props) {
  const say = useSay()
  const [first] = photos
  if (!first?.url) return null
  const show = () =>
    showPictures(
      photos.flatMap(({ url }) => url || []),
      first.url,
    )
  return (
    <Tap look='bare' className='reading-lead' label={say(readWords.reading.photo)} onTap={show}>
      <Picture className='reading-image' fill src={addressOf(first.url)} />
    </Tap>
  )
}

/** Until when it holds, who looks after it, and when they look again. */
function Tail({ reading: { expiresAt, unit, reviewBy, checkedAt } }: Props) {
  const say = useSay()
  const lang = useSettings((settings) => settings.lang)
  const dayOf = (day: string) => dayText(`${day}T00:00:00+08:00`, lang)
  const day = reviewBy && dayOf(reviewBy)
  const owner = day ? readWords.reading.ownerUntil : readWords.reading.owner
  return (
    <View className='quiet small reading-tail'>
      {expiresAt ? <View>{say(readWords.reading.until, { when: momentText(expiresAt, lang) })}</View> : null}
      {checkedAt ? <View>{say(readWords.reading.checked, { day: dayOf(checkedAt) })}</View> : null}
      <View>{say(owner, { unit: say(unit.name), day: day ?? '' })}</View>
    </View>
  )
}
