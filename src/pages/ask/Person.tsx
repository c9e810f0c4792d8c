import { View } from '@tarojs/components'
import { useEffect, useRef } from 'react'
import { tryDraftsNow, useDraftList } from '@/client/drafts/useDrafts'
import { useLiveTicket } from '@/client/liveTicket'
import { useOnline } from '@/client/network'
import { routes } from '@/client/routes'
import type { Person as Line, Talk } from '@/client/talk'
import { useAsk } from '@/client/useAsk'
import { useShown } from '@/client/useShown'
import { tickets } from '@/contract/tickets'
import { role } from '@/ui/aria'
import { askWords } from '@/ui/askWords'
import { FirstReply } from '@/ui/FirstReply'
import { sendingWords } from '@/ui/filingWords'
import { Tap } from '@/ui/Tap'
import { useSay } from '@/ui/words'

type Props = { line: Line; numbered: Talk['numbered'] }

/** A person was asked: never "handed over" before it has a number. */
export function Person({ line, numbered }: Props) {
  const say = useSay()
  const { key, draft: id, no } = line
  const { writing, waiting, filed } = useDraftList()
  const shown = useShown()
  const here = (list: { id: string }[]) => list.some((draft) => draft.id === id)
  const given = filed.find((draft) => draft.id === id)?.no
  // Of one that was handed over in an earlier visit nobody asks again how it stands: its own page says that.
  const isNew = useRef(!no)
  useEffect(() => {
    if (!given || no || !shown) return
    numbered(key, given)
    routes.handed(given)
  }, [given, no, shown, key, numbered])
  return (
    <View id={`ask-${key}`} className='card stack ask-person'>
      {no || given ? <Handed no={no ?? given ?? ''} live={isNew.current} /> : null}
      {!no && !given && here(waiting) ? <Waiting /> : null}
      {!no && !given && here(writing) ? (
        <View className='stack' {...role('alert')}>
          <View className='note bad'>{say(askWords.refused)}</View>
          <Tap look='main' onTap={() => routes.draft(id)}>
            {say(askWords.change)}
          </Tap>
        </View>
      ) : null}
    </View>
  )
}

function Waiting() {
  const say = useSay()
  const online = useOnline()
  return (
    <View className='stack'>
      <View className='heading'>{say(online ? askWords.handing : askWords.waiting)}</View>
      <Tap look='line' onTap={tryDraftsNow}>
        {say(sendingWords.now)}
      </Tap>
    </View>
  )
}

function Handed({ no, live }: { no: string; live: boolean }) {
  const say = useSay()
  return (
    <View className='stack'>
      <View className='heading'>{`✓ ${say(askWords.handed)}`}</View>
      <View className='quiet number'>{say(askWords.handedNo, { no })}</View>
      {live ? <Clock no={no} /> : null}
      <Tap look='main' role='link' onTap={() => routes.ticket(no)}>
        {say(askWords.see)}
      </Tap>
    </View>
  )
}

function Clock({ no }: { no: string }) {
  const { asked, put } = useAsk(tickets, 'tickets.open', { no })
  return asked.state === 'ready' ? <Running ticket={asked.data} put={put} /> : null
}

function Running({
  ticket,
  put,
}: {
  ticket: Parameters<typeof useLiveTicket>[0]
  put: Parameters<typeof useLiveTicket>[1]
}) {
  const { ahead } = useLiveTicket(ticket, put)
  return <FirstReply ticket={ticket} ahead={ahead} alone />
}
