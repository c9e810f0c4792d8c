import { View } from '@tarojs/components'
import { memo } from 'react'
import type { Form } from '@/client/drafts/draft'
import type { FilingCategory } from '@/contract/filing'
import { Choice } from '@/ui/Choice'
import type { Fill } from '@/ui/filing/form'
import { lookWords } from '@/ui/lookWords'
import { useSay } from '@/ui/words'

type Props = { ids: string[]; category: string; kind: Form['kind']; categories: FilingCategory[]; fill: Fill }

/** What the words are probably about, beside them: one tap, and nobody scrolls back to the list. */
export const Likely = memo(({ ids, category, kind, categories, fill }: Props) => {
  const say = useSay()
  const likely = ids.flatMap((id) => categories.find((one) => one.id === id) ?? [])
  if (!likely.length) return null
  // As in the list: a category brings the kind it usually has, unless the person chose one themselves.
  const isByHand = kind !== undefined && kind !== categories.find(({ id }) => id === category)?.kind
  const choose = (id: string) => {
    const next = likely.find((one) => one.id === id)
    if (next && id !== category) fill({ category: id, details: [], ...(!isByHand && { kind: next.kind }) })
  }
  return (
    <View className='note stack'>
      <View className='strong'>{say(lookWords.likely)}</View>
      <Choice
        label={say(lookWords.likely)}
        options={likely.map(({ id, name }) => [id, say(name)] as const)}
        value={category}
        onChoose={choose}
      />
    </View>
  )
})
