import { View } from '@tarojs/components'
import { useRef, useState } from 'react'
import { call } from '@/client/call'
import { newKey } from '@/client/key'
import { useAsk } from '@/client/useAsk'
import type { Failure } from '@/contract'
import type { Asked } from '@/contract/action'
import { type RuleView, routing } from '@/contract/routing'
import { role } from '@/ui/aria'
import { officeWords } from '@/ui/officeWords'
import { routingWords } from '@/ui/routingWords'
import { useSay } from '@/ui/words'
import { Frame } from '../Frame'
import { List } from './List'
import { One } from './One'
import { Try } from './Try'

export type Change = Asked<(typeof routing)['routing.change']>['change']
type Doing = { is: 'list' } | { is: 'one'; rule?: RuleView }

/** Routing rules in their order, and a place to try them. */
export default function Routing() {
  const say = useSay()
  const [trail, setTrail] = useState<string[]>([])
  const [doing, setDoing] = useState<Doing>({ is: 'list' })
  const [said, setSaid] = useState(false)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<Failure>()
  const after = trail.at(-1)
  const asking = useAsk(routing, 'routing.list', after ? { after } : {}, 'desk')
  const tried = useRef<{ what: string; key: string }>()

  /** To the rules as they are on this screen; where somebody else was first, theirs are shown and nothing is overwritten. */
  const change = async (version: number, change: Change) => {
    const what = JSON.stringify({ version, change })
    if (tried.current?.what !== what) tried.current = { what, key: newKey() }
    setBusy(true)
    const reply = await call(routing, 'routing.change', { key: tried.current.key, version, change }, 'desk')
    setBusy(false)
    setSaid(reply.ok)
    setError(reply.ok ? undefined : reply.error)
    if (reply.ok) setDoing({ is: 'list' })
    if (reply.ok || reply.error.code === 'conflict') await asking.again()
  }
  const write = (rule?: RuleView) => {
    setSaid(false)
    setError(undefined)
    setDoing({ is: 'one', ...(rule && { rule }) })
  }
  return (
    <Frame title={officeWords.routing} asking={asking}>
      {(page) => (
        <View>
          {said ? (
            <View className='note good' {...role('status')}>
              {say(routingWords.changed)}
            </View>
          ) : null}
          {doing.is === 'one' ? (
            <One
              {...latestOf(doing.rule, page.items)}
              {...{ page, busy, error }}
              save={(rule) =>
                void change(page.version, doing.rule ? { do: 'set', id: doing.rule.id, rule } : { do: 'add', rule })
              }
              back={() => setDoing({ is: 'list' })}
            />
          ) : (
            <View>
              <List
                {...{ page, busy, error, trail }}
                go={setTrail}
                write={write}
                change={(wanted) => void change(page.version, wanted)}
              />
              <Try categories={page.categories} />
            </View>
          )}
        </View>
      )}
    </Frame>
  )
}

/** As it is now, once it has been asked for again. */
function latestOf(rule: RuleView | undefined, items: RuleView[]): { rule?: RuleView } {
  const found = rule && (items.find(({ id }) => id === rule.id) ?? rule)
  return found ? { rule: found } : {}
}
