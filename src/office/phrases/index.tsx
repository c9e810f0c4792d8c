import { View } from '@tarojs/components'
import { useState } from 'react'
import { useAsk } from '@/client/useAsk'
import { type PhraseLine, phrases } from '@/contract/phrases'
import { role } from '@/ui/aria'
import { officeWords } from '@/ui/officeWords'
import type { Words } from '@/ui/word'
import { useSay } from '@/ui/words'
import { Frame } from '../Frame'
import { List } from './List'
import { One } from './One'

export type Scope = 'district' | 'unit'
type Doing = { is: 'list' } | { is: 'one'; phrase?: PhraseLine }

/** Reply templates, of the district and of one's own unit. */
export default function Phrases() {
  const say = useSay()
  const [scope, setScope] = useState<Scope>('district')
  const [trail, setTrail] = useState<string[]>([])
  const [doing, setDoing] = useState<Doing>({ is: 'list' })
  const [done, setDone] = useState<Words>()
  const after = trail.at(-1)
  const asking = useAsk(phrases, 'phrases.list', { scope, ...(after && { after }) }, 'desk')
  const look = (next: Scope) => {
    setScope(next)
    setTrail([])
    setDone(undefined)
  }
  const finish = (said: Words) => {
    setDone(said)
    setDoing({ is: 'list' })
    void asking.again()
  }
  return (
    <Frame title={officeWords.phrases} asking={asking}>
      {(page) => (
        <View>
          {done ? (
            <View className='note good' {...role('status')}>
              {say(done)}
            </View>
          ) : null}
          {doing.is === 'one' ? (
            <One
              key={doing.phrase?.id}
              scope={scope}
              categories={page.categories}
              {...latestOf(doing.phrase, page.items)}
              latest={asking.again}
              done={finish}
              back={() => setDoing({ is: 'list' })}
            />
          ) : (
            <List
              page={page}
              scope={scope}
              look={look}
              trail={trail}
              go={setTrail}
              write={(phrase) => {
                setDone(undefined)
                setDoing({ is: 'one', ...(phrase && { phrase }) })
              }}
              done={finish}
              again={asking.again}
            />
          )}
        </View>
      )}
    </Frame>
  )
}

/** As it is now, once it has been asked for again. */
function latestOf(phrase: PhraseLine | undefined, items: PhraseLine[]): { phrase?: PhraseLine } {
  const found = phrase && (items.find(({ id }) => id === phrase.id) ?? phrase)
  return found ? { phrase: found } : {}
}
