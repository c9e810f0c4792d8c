import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { routes } from '@/client/routes'
import type { Entry } from '@/contract/lines'
import { iconOf } from '@/ui/icons'
import { Picture } from '@/ui/Picture'
import { Tap } from '@/ui/Tap'
import { useSay, words } from '@/ui/words'

/** The categories, each with the number by which people know it. A group shows its own entries in their place. */
export function Menu({ entries }: { entries: Entry[] }) {
  const say = useSay()
  const [group, open] = useState<string>()
  const tap = ({ id, opens, page }: Entry) => {
    if (opens === 'group') return open(id)
    if (page) return routes.read(page)
    if (opens === 'person') return routes.ask()
    routes[opens]()
  }
  return (
    <View className='home-menu'>
      {entries
        .filter(({ parent }) => parent === group)
        .map((entry) => (
          <Tap
            key={entry.id}
            look='bare'
            role='link'
            className='home-entry'
            label={`${say(entry.name)} ${say(words.home.number, { n: entry.number })}`}
            onTap={() => tap(entry)}
          >
            <View className='home-icon'>
              <Picture className='icon' src={iconOf(entry.icon)} />
            </View>
            <View className='strong'>{say(entry.name)}</View>
            <Text className='home-number small number'>{String(entry.number)}</Text>
          </Tap>
        ))}
      {group ? (
        <Tap className='home-entry' onTap={() => open(undefined)}>
          {say(words.back)}
        </Tap>
      ) : null}
    </View>
  )
}
