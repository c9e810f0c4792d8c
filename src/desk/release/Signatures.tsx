import { View } from '@tarojs/components'
import { useSettings } from '@/client/settings'
import type { ReleaseView } from '@/contract/publishing'
import { publishWords } from '@/ui/publishWords'
import { momentText } from '@/ui/time'
import { useSay, words } from '@/ui/words'
import { countersigns } from './countersigns'

type Paper = Pick<NonNullable<ReleaseView['live']>, 'author' | 'signatures' | 'missing' | 'change' | 'override'>

/** Who signed and who still has to, of what is being prepared and of what is out. */
export function Signatures({ release }: { release: ReleaseView }) {
  const say = useSay()
  const { draft, live } = release
  return (
    <View className='card stack'>
      <View className='heading'>{say(publishWords.signatures.title)}</View>
      {draft ? <Signed paper={draft} name={say(publishWords.signatures.ofDraft)} overdue={false} /> : null}
      {live ? (
        <Signed
          paper={live}
          name={say(publishWords.signatures.ofLive, { n: live.edition })}
          overdue={release.overdue}
        />
      ) : null}
      {draft && live && countersigns(release) ? (
        <View className='note warn'>{say(publishWords.signatures.older, { n: live.edition })}</View>
      ) : null}
    </View>
  )
}

function Signed({ paper, name, overdue }: { paper: Paper; name: string; overdue: boolean }) {
  const say = useSay()
  const lang = useSettings((settings) => settings.lang)
  const { signatures, missing, override, change } = paper
  const said = publishWords.signatures
  const seats = missing.map((duties) => duties.map((duty) => say(publishWords.duties[duty])).join(say(said.either)))
  // Two seats are taken by two people, also where both are heads.
  const who = seats.map((seat, index) => (index ? say(said.another, { who: seat }) : seat))
  return (
    <View className='stack release-paper'>
      <View className='strong'>{name}</View>
      <View>{say(said.author, { name: paper.author.name })}</View>
      {change ? <View>{say(said.change, { text: say(change) })}</View> : null}
      {override ? <View>{say(said.override, { name: override.by.name, reason: override.reason })}</View> : null}
      {signatures.map(({ by, duty, at }) => (
        <View key={by.id} className='release-good'>
          {`✓ ${say(said.signed, { name: by.name, duty: say(publishWords.duties[duty]), at: momentText(at, lang) })}`}
        </View>
      ))}
      {who.length ? (
        <View className={override ? 'note bad' : 'note warn'}>
          <View>{say(said.missing, { who: who.join(say(words.and)) })}</View>
          {override ? <View>{say(said.due, { at: momentText(override.dueAt, lang) })}</View> : null}
          {overdue ? <View className='strong'>{say(publishWords.late)}</View> : null}
        </View>
      ) : (
        <View className='quiet small'>{say(signatures.length ? said.complete : said.none)}</View>
      )}
    </View>
  )
}
