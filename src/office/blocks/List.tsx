import { View } from '@tarojs/components'
import { useState } from 'react'
import { confirm } from '@/client/device'
import { newKey } from '@/client/key'
import { useSettings } from '@/client/settings'
import type { Failure, Output, Reply } from '@/contract'
import type { BlockLine } from '@/contract/blocks'
import { blockWords } from '@/ui/blockWords'
import { Empty, Wrong } from '@/ui/States'
import { Tap } from '@/ui/Tap'
import { TrailTurn } from '@/ui/Turn'
import { momentText } from '@/ui/time'
import { useSay, words } from '@/ui/words'

type Props = {
  page: Output<'blocks.list'>
  trail: string[]
  go: (trail: string[]) => void
  lift: (key: string, id: string) => Promise<Reply<'blocks.lift'>>
}

/** All that hold, the first to end first. Nobody is named: the ticket says for what it was. */
export function List({ page: { items, next }, trail, go, lift }: Props) {
  const say = useSay()
  const [error, setError] = useState<Failure>()
  const ask = async (id: string) => {
    const question = { title: say(blockWords.liftAsk), content: say(blockWords.liftNote) }
    if (!(await confirm({ ...question, yes: say(blockWords.lift), no: say(words.cancel) }))) return
    const reply = await lift(newKey(), id)
    setError(reply.ok ? undefined : reply.error)
  }
  return (
    <View>
      <View className='card quiet'>{say(blockWords.hint)}</View>
      <Wrong error={error} />
      {items.length ? null : <Empty title={say(blockWords.none)} />}
      {items.map((line) => (
        <One key={line.id} line={line} lift={() => void ask(line.id)} />
      ))}
      <TrailTurn trail={trail} next={next} go={go} />
    </View>
  )
}

function One({ line: { no, reason, by, at, until }, lift }: { line: BlockLine; lift: () => void }) {
  const say = useSay()
  const lang = useSettings((settings) => settings.lang)
  return (
    <View className='card stack'>
      <View className='strong'>{reason}</View>
      <View className='number'>{say(blockWords.ticket, { no })}</View>
      <View>{say(blockWords.until, { t: momentText(until, lang) })}</View>
      <View className='quiet small'>{say(blockWords.by, { name: by, t: momentText(at, lang) })}</View>
      <Tap look='line' label={`${say(blockWords.lift)} ${no}`} onTap={lift}>
        {say(blockWords.lift)}
      </Tap>
    </View>
  )
}
