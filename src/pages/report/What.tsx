import { View } from '@tarojs/components'
import { memo } from 'react'
import type { Form } from '@/client/drafts/draft'
import type { Question } from '@/contract/filing'
import { Categories } from '@/ui/filing/Categories'
import type { Fill } from '@/ui/filing/form'
import { Questions } from '@/ui/filing/Questions'
import type { Opened } from './useOpened'

type Props = Pick<Form, 'category' | 'details'> & {
  kind: Form['kind']
  about: Form['about']
  categories: Opened['categories']
  fill: Fill
  wrong: string | undefined
  onDanger: (said: string) => void
}

const NONE: Question[] = []

/** What it is about. Of a tip that is settled. */
export const What = memo(({ category, kind, details, about, categories, fill, wrong, onDanger }: Props) => {
  const chosen = categories.find(({ id }) => id === category)
  if (about?.tip && chosen) return null
  return (
    <View className='card stack'>
      <Categories
        categories={categories}
        category={category}
        kind={kind}
        settled={about !== undefined}
        fill={fill}
        wrong={wrong}
      />
      <Questions questions={chosen?.questions ?? NONE} details={details} fill={fill} onDanger={onDanger} />
    </View>
  )
})
