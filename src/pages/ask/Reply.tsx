import { Text, View } from '@tarojs/components'
import { memo, useState } from 'react'
import { dial } from '@/client/device'
import { routes } from '@/client/routes'
import { useSettings } from '@/client/settings'
import type { Program, Talk } from '@/client/talk'
import type { AskReply, Opens, ReplyLine } from '@/contract/ask'
import { role } from '@/ui/aria'
import { askWords, replyWords } from '@/ui/askWords'
import { Prose } from '@/ui/read/Prose'
import { Tap } from '@/ui/Tap'
import { dayText, momentText } from '@/ui/time'
import { type Say, useSay, words } from '@/ui/words'

type Props = {
  line: Program
  /** From an earlier visit: long words wait to be unfolded. */
  old: boolean
  say: Talk['say']
  notHelped: Talk['notHelped']
  onPerson: () => void
}
/** Sources that have a page of their own. */
const READ: NonNullable<AskReply['from']>['kind'][] = ['article', 'page', 'faq', 'alert', 'appeal']
/** Kinds of which somebody may say that they do not help. */
const HELPING: AskReply['is'][] = ['list', 'answer', 'nearest']

/** What the assistant said: whose words these are, what it leads to, and the way to a person. */
export const Reply = memo(({ line, old, say: ask, notHelped, onPerson }: Props) => {
  const say = useSay()
  const { key, reply, unhelpful } = line
  const { is, said, lines, from, person } = reply
  const unhelp = () => {
    notHelped(line)
    onPerson()
  }
  return (
    <View
      id={`ask-${key}`}
      className={`card stack ask-reply ${is}`}
      {...(is === 'danger' && role('alert'))}
      aria-label={say(replyWords[is])}
    >
      {is === 'danger' ? <View className='title pre'>{say(said)}</View> : <Said reply={reply} old={old} />}
      {lines.map((one) => (
        <Row key={`${one.number ?? ''} ${one.title.zh}`} line={one} urgent={is === 'danger'} ask={ask} />
      ))}
      {from ? <From from={from} /> : null}
      {person ? <Desk person={person} /> : null}
      {is === 'person' || is === 'nothing' ? (
        <Tap look='main' onTap={onPerson}>
          {say(askWords.person)}
        </Tap>
      ) : null}
      {HELPING.includes(is) && !unhelpful ? (
        <Tap look='line' className='ask-unhelpful' onTap={unhelp}>
          {say(askWords.unhelpful)}
        </Tap>
      ) : null}
    </View>
  )
})

/** Characters of what somebody read days ago. */
const SHORT = 120

function Said({ reply: { said, blocks }, old }: { reply: AskReply; old: boolean }) {
  const say = useSay()
  const text = say(said)
  const [open, setOpen] = useState(!old || text.length <= SHORT)
  if (open) return blocks ? <Prose blocks={blocks} /> : <View className='pre'>{text}</View>
  return (
    <View className='stack'>
      <View className='pre'>{`${text.slice(0, SHORT)}…`}</View>
      <Tap look='line' className='ask-fold' open={false} onTap={() => setOpen(true)}>
        {say(askWords.unfold)}
      </Tap>
    </View>
  )
}

function Row({ line, urgent, ask }: { line: ReplyLine; urgent: boolean; ask: (words: string) => void }) {
  const say = useSay()
  const { number, text, opens, sample } = line
  const inside = (
    <>
      {number ? <Text className='ask-number number'>{number}</Text> : null}
      <View className='grow'>
        <View className='strong'>{nameOf(line, say)}</View>
        {text ? <View className='quiet'>{say(text)}</View> : null}
        {sample ? <Text className='tag still'>{say(words.sample)}</Text> : null}
      </View>
    </>
  )
  if (!opens) return <View className='row ask-row'>{inside}</View>
  return (
    <Tap
      look={urgent ? 'warn' : 'line'}
      className='ask-row'
      role={opens.is === 'phone' || opens.is === 'say' ? 'button' : 'link'}
      onTap={() => open(opens, ask)}
    >
      {inside}
    </Tap>
  )
}

/** What is to be called stands there to be read out, too. */
function nameOf({ title, opens }: ReplyLine, say: Say): string {
  if (opens?.is !== 'phone') return say(title)
  const { number } = opens
  return say(title).includes(number) ? say(askWords.call, { number: say(title) }) : `${say(title)} ${number}`
}

function open(opens: Opens, ask: (words: string) => void): void {
  if (opens.is === 'release') routes.read(opens.id)
  if (opens.is === 'issue') routes.issue(opens.id)
  if (opens.is === 'page') routes[opens.page]()
  if (opens.is === 'phone') dial(opens.number)
  if (opens.is === 'say') ask(opens.words)
}

function From({ from }: { from: NonNullable<AskReply['from']> }) {
  const say = useSay()
  const lang = useSettings((settings) => settings.lang)
  const text = sourceOf(from, say, (at) => dayText(at, lang))
  const read = readerOf(from)
  const tag = from.sample ? <Text className='tag still'>{say(words.sample)}</Text> : null
  if (!read)
    return (
      <View className='row wrap quiet small'>
        {text}
        {tag}
      </View>
    )
  return (
    <Tap look='bare' role='link' className='row wrap small ask-row ask-source' onTap={read}>
      {`${text} ›`}
      {tag}
    </Tap>
  )
}

/** Where the whole of it is read. */
function readerOf({ id, kind }: NonNullable<AskReply['from']>): (() => void) | undefined {
  if (kind === 'issue') return () => routes.issue(id)
  return READ.includes(kind) ? () => routes.read(id) : undefined
}

/** 来自：停水怎么办 · 住房和城乡建设局提供 · 11月20日核对. What nobody checks again has the day on which it was said. */
function sourceOf(
  { title, unit, checkedAt, publishedAt }: NonNullable<AskReply['from']>,
  say: Say,
  day: (at: string) => string,
): string {
  return [
    say(askWords.from, { title: say(title) }),
    unit && say(askWords.fromUnit, { unit: say(unit.name) }),
    checkedAt && say(askWords.checked, { day: day(checkedAt) }),
    !checkedAt && publishedAt && say(askWords.published, { day: day(publishedAt) }),
  ]
    .filter(Boolean)
    .join(' · ')
}

/** Whether somebody is there now, and if not, when. */
function Desk({ person: { minutes, opensAt } }: { person: NonNullable<AskReply['person']> }) {
  const say = useSay()
  const lang = useSettings((settings) => settings.lang)
  if (!opensAt) return <View className='note'>{say(askWords.open, { n: minutes })}</View>
  if (opensAt === 'beyond') return <View className='note'>{say(askWords.closedUnknown)}</View>
  return <View className='note'>{say(askWords.closed, { t: momentText(opensAt, lang) })}</View>
}
