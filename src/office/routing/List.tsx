import { Text, View } from '@tarojs/components'
import { confirm } from '@/client/device'
import type { Failure, Output } from '@/contract'
import { COUNTED_WEEKS, type RuleView } from '@/contract/routing'
import { routingWords } from '@/ui/routingWords'
import { Empty } from '@/ui/States'
import { Tap } from '@/ui/Tap'
import { Unsent } from '@/ui/Trouble'
import { TrailTurn } from '@/ui/Turn'
import { useSay, words } from '@/ui/words'
import type { Change } from '.'
import { goes, means } from './said'

type Page = Output<'routing.list'>
type Props = {
  page: Page
  busy: boolean
  error: Failure | undefined
  trail: string[]
  go: (trail: string[]) => void
  write: (rule?: RuleView) => void
  change: (change: Change) => void
}

/** The rules in the order in which they are looked at. */
export function List({ page, busy, error, trail, go, write, change }: Props) {
  const say = useSay()
  return (
    <View>
      <View className='card stack'>
        <View className='quiet'>{say(routingWords.intro)}</View>
        {page.edits ? (
          <Tap look='main' onTap={() => write()}>
            {say(routingWords.add)}
          </Tap>
        ) : (
          <View className='quiet small'>{say(routingWords.readOnly)}</View>
        )}
        <Unsent error={error} />
      </View>
      {page.items.length ? null : <Empty title={say(routingWords.none)} />}
      {page.items.map((rule, place) => (
        <Line
          key={rule.id}
          rule={rule}
          number={page.first + place + 1}
          total={page.total}
          {...(page.edits && { edit: { busy, write: () => write(rule), change } })}
        />
      ))}
      <TrailTurn trail={trail} next={page.next} go={go} />
    </View>
  )
}

type LineProps = { rule: RuleView; number: number; total: number; edit?: ButtonsProps['edit'] }

function Line({ rule, number, total, edit }: LineProps) {
  const say = useSay()
  const { off, followed, changed } = rule
  const counts = { weeks: COUNTED_WEEKS, followed, changed }
  return (
    <View className='card stack'>
      <View className='row wrap'>
        <Text className='quiet number'>{say(routingWords.number, { n: number })}</Text>
        <Text className='strong'>{rule.title}</Text>
      </View>
      <View>{`${means(rule, say)} → ${goes(rule, say)}`}</View>
      {off ? (
        <View className='note warn'>{say(routingWords.offs[off.why], { on: off.on, unit: say(rule.unit.name) })}</View>
      ) : null}
      <View className='quiet small'>
        {say(followed + changed ? routingWords.counted : routingWords.uncounted, counts)}
      </View>
      {edit ? <Buttons rule={rule} isFirst={number === 1} isLast={number === total} edit={edit} /> : null}
    </View>
  )
}

type ButtonsProps = {
  rule: RuleView
  isFirst: boolean
  isLast: boolean
  edit: { busy: boolean; write: () => void; change: (change: Change) => void }
}

function Buttons({ rule: { id, title, off }, isFirst, isLast, edit: { busy, write, change } }: ButtonsProps) {
  const say = useSay()
  const name = { name: title }
  const remove = async () => {
    const sure = await confirm({
      title: say(routingWords.removeNamed, name),
      content: say(routingWords.removeAsk),
      yes: say(routingWords.remove),
      no: say(words.cancel),
    })
    if (sure) change({ do: 'remove', id })
  }
  return (
    <View className='row wrap office-acts'>
      <Tap
        look='line'
        label={say(routingWords.upNamed, name)}
        off={busy || isFirst}
        onTap={() => change({ do: 'move', id, by: -1 })}
      >
        {say(routingWords.up)}
      </Tap>
      <Tap
        look='line'
        label={say(routingWords.downNamed, name)}
        off={busy || isLast}
        onTap={() => change({ do: 'move', id, by: 1 })}
      >
        {say(routingWords.down)}
      </Tap>
      <Tap look='line' label={say(routingWords.changeNamed, name)} onTap={write}>
        {say(routingWords.change)}
      </Tap>
      <Tap
        look='line'
        label={say(off ? routingWords.onNamed : routingWords.offNamed, name)}
        off={busy}
        onTap={() => change({ do: 'turn', id, on: off !== undefined })}
      >
        {say(off ? routingWords.on : routingWords.off)}
      </Tap>
      <Tap look='line' label={say(routingWords.removeNamed, name)} off={busy} onTap={() => void remove()}>
        {say(routingWords.remove)}
      </Tap>
    </View>
  )
}
