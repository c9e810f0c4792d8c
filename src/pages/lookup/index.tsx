import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { call } from '@/client/call'
import { param } from '@/client/routes'
import type { Failure } from '@/contract'
import type { TicketView } from '@/contract/tickets'
import { tickets } from '@/contract/tickets'
import { Field } from '@/ui/Field'
import { lookupWords } from '@/ui/lookupWords'
import { Screen } from '@/ui/Screen'
import { Wrong } from '@/ui/States'
import { Tap } from '@/ui/Tap'
import { TicketBody } from '@/ui/TicketBody'
import { ticketWords } from '@/ui/ticketWords'
import { useSay } from '@/ui/words'

/**
 * A ticket by its number and query code, without signing in: on another phone, or for a parent. The code on a printed
 * slip leads here with the number (`?no=`), never with the query code.
 */
export default function LookUp() {
  const { params } = useRouter()
  const [ticket, setTicket] = useState<TicketView>()
  return (
    <Screen title={lookupWords.title}>
      <Form given={param(params, 'no')} found={setTicket} />
      {ticket ? <TicketBody ticket={ticket} /> : null}
    </Screen>
  )
}

function Form({ given, found }: { given: string; found: (ticket: TicketView | undefined) => void }) {
  const say = useSay()
  const [no, setNo] = useState(given)
  const [code, setCode] = useState('')
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<Failure>()
  const find = async () => {
    setBusy(true)
    const reply = await call(tickets, 'tickets.lookUp', { no, code })
    setBusy(false)
    setError(reply.ok ? undefined : reply.error)
    found(reply.ok ? reply.data : undefined)
  }
  return (
    <View className='card stack'>
      <View className='quiet'>{say(lookupWords.hint)}</View>
      <Field label={say(ticketWords.number)} value={no} onInput={setNo} hint={say(lookupWords.numberHint)} most={40} />
      <Field label={say(ticketWords.code)} value={code} onInput={setCode} hint={say(lookupWords.codeHint)} most={20} />
      <Wrong error={error} />
      <Tap look='main' off={busy || !no || !code} onTap={() => void find()}>
        {say(lookupWords.find)}
      </Tap>
    </View>
  )
}
