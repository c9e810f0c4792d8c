import { View } from '@tarojs/components'
import { openWeb } from '@/client/open'
import type { Block } from '@/contract/reading'
import { role } from '../aria'
import { Opening } from './Opening'
import './Prose.css'
import { useToldPart } from './told'

const LOOK: Record<Block['is'], string> = { p: 'prose-p', h: 'prose-h heading', li: 'prose-li' }

/** How many blocks stand side by side: a list of children may not grow for ever on the mini program. */
const GROUP = 40

/** What somebody wrote: paragraphs, small headings, lists. */
export function Prose({ blocks }: { blocks: { zh: Block[]; en: Block[] } }) {
  const told = useToldPart(blocks)
  const groups: Block[][] = []
  for (let start = 0; start < told.length; start += GROUP) groups.push(told.slice(start, start + GROUP))
  return (
    <View className='prose'>
      {groups.map((group, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an edition never changes, its blocks have no names
        <View key={index}>
          {group.map((block, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: as above
            <Piece key={at} block={block} />
          ))}
        </View>
      ))}
    </View>
  )
}

/** Links stand below their paragraph, each large enough to be hit. */
function Piece({ block: { is, spans } }: { block: Block }) {
  const links = spans.filter(({ href }) => href)
  const text = spans.map((span) => span.text).join('')
  const only = links.length === 1 && spans.length === 1
  const heading = is === 'h' ? { ...role('heading'), ...(process.env.TARO_ENV === 'h5' && { 'aria-level': '2' }) } : {}
  if (!links.length)
    return (
      <View className={LOOK[is]} {...heading}>
        {text}
      </View>
    )
  return (
    <View className={LOOK[is]} {...heading}>
      {only ? null : text}
      {links.map(({ text: name, href = '' }) => (
        <Opening key={`${name}${href}`} className='prose-link' look='line' name={name} open={() => openWeb(href)} />
      ))}
    </View>
  )
}
