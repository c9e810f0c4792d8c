import { View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { Turn } from '../Turn'

/** A list of which so many are shown at a time: a screen opens within its 20 KB however long the list. */
export function Paged<T>({ lines, most, children }: { lines: T[]; most: number; children: (line: T) => ReactNode }) {
  const [page, setPage] = useState(0)
  return (
    <View>
      <View className='read-cards'>{lines.slice(page * most, (page + 1) * most).map(children)}</View>
      <Turn
        before={page > 0 && (() => setPage(page - 1))}
        after={lines.length > (page + 1) * most && (() => setPage(page + 1))}
      />
    </View>
  )
}
