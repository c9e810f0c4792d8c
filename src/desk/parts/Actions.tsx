import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { useAct } from '@/client/useAct'
import { useOfficialHere, useWritten } from '@/client/useWritten'
import type { Output } from '@/contract'
import type { Command } from '@/contract/ticketCommands'
import type { TicketView } from '@/contract/tickets'
import { deskWords } from '@/ui/deskWords'
import { queueWords } from '@/ui/queueWords'
import { Wrong } from '@/ui/States'
import { Tap } from '@/ui/Tap'
import { useSay, words } from '@/ui/words'
import { BOXES, Box, type BoxName } from './Box'
import { LETTERS } from './letters'
import { SignInAgain } from './Trouble'
import { useBoxKeys } from './useBoxKeys'

type Props = Output<'desk.open'> & { acted: (ticket: TicketView) => void; look: () => void }

/** What this official may do now, as the server says: a row of buttons, or the box one of them opened. */
export function Actions(props: Props) {
  const official = useOfficialHere()
  // Somebody else who signs in on this screen finds nothing of what the one before them was writing.
  return <Own key={official} official={official} {...props} />
}

function Own({ ticket, units, acted, look, official }: Props & { official: string }) {
  const acting = useAct(ticket.no, 'desk', acted)
  const [open, setOpen] = useState<BoxName>()
  const written = useWritten(ticket.no, official)
  const { error } = acting
  // Somebody else was first: what is there now is shown, and the sentence and the draft stay.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each error
  useEffect(() => {
    if (error?.code === 'conflict') look()
  }, [error])
  // A ticket that came anew shows that the person is signed in again.
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is the new ticket that matters
  useEffect(() => {
    if (error?.reason === 'signed-out') acting.forget()
  }, [ticket])

  const turn = (box: BoxName | undefined) => {
    acting.forget()
    setOpen(box)
  }
  useBoxKeys(open, () => turn(undefined))
  const act = async (command: Command) => {
    const sent = await acting.act(command)
    if (sent && open) written.keep(open, '')
    if (sent) turn(undefined)
    return sent
  }
  if (!open && !ticket.may.some(hasButton) && !error) return null
  if (!open) {
    return (
      <View className='foot stack desk-foot'>
        <Wrong error={error} />
        <SignInAgain error={error} />
        <Buttons
          may={ticket.may}
          busy={acting.busy}
          take={() => void act({ do: 'take' })}
          open={turn}
          written={written.in}
        />
      </View>
    )
  }
  return (
    <View className='card stack desk-box' id='desk-box'>
      <Box
        key={open}
        name={open}
        act={act}
        busy={acting.busy}
        error={error}
        forget={acting.forget}
        units={units}
        draft={{ initial: written.in(open), onText: (text) => written.keep(open, text) }}
        close={() => turn(undefined)}
      />
      <SignInAgain error={error} />
    </View>
  )
}

/** What content security holds has its own buttons beside it. */
const hasButton = (command: TicketView['may'][number]) => command === 'take' || BOXES.some((name) => name === command)

type ButtonsProps = {
  may: TicketView['may']
  busy: boolean
  take: () => void
  open: (box: BoxName) => void
  written: (box: BoxName) => string
}

function Buttons({ may, busy, take, open, written }: ButtonsProps) {
  const say = useSay()
  const boxes = BOXES.filter((name) => may.includes(name))
  const takes = may.includes('take')
  return (
    <View className={boxes.length + Number(takes) === 4 ? 'desk-buttons two' : 'desk-buttons'}>
      {takes ? (
        <Tap look='main' off={busy} shortcut={LETTERS.take} onTap={take}>
          {say(busy ? words.sending : deskWords.act.take)}
        </Tap>
      ) : null}
      {boxes.map((name, index) => (
        <Tap
          key={name}
          look={index === 0 && !takes ? 'main' : 'plain'}
          shortcut={LETTERS[name]}
          onTap={() => open(name)}
        >
          {say(deskWords.act[name])}
          {written(name) ? <View className='small'>{say(queueWords.written)}</View> : null}
        </Tap>
      ))}
    </View>
  )
}
