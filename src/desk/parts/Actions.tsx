import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { scrollTo } from '@/client/device'
import { useAct } from '@/client/useAct'
import { useOfficialHere, useWritten } from '@/client/useWritten'
import type { Output } from '@/contract'
import type { Command } from '@/contract/ticketCommands'
import type { TicketView } from '@/contract/tickets'
import { deskWords } from '@/ui/deskWords'
import { handlingWords } from '@/ui/handlingWords'
import { queueWords } from '@/ui/queueWords'
import { Wrong } from '@/ui/States'
import { Tap } from '@/ui/Tap'
import { SignInAgain } from '@/ui/Trouble'
import { useSay, words } from '@/ui/words'
import { ACT, Box, type BoxName, FIRST, MORE } from './Box'
import { Cancel } from './Cancel'
import { LETTERS } from './letters'
import { useBoxKeys } from './useBoxKeys'

type Props = Output<'desk.open'> & { acted: (ticket: TicketView) => void; look: () => void }

/** What this official may do now, as the server says: a row of buttons, or the box one of them opened. */
export function Actions(props: Props) {
  const official = useOfficialHere()
  // Somebody else who signs in on this screen finds nothing of what the one before them was writing.
  return <Own key={official} official={official} {...props} />
}

function Own({ ticket, units, colleagues, categories, acted, look, official }: Props & { official: string }) {
  const acting = useAct(ticket.no, 'desk', acted)
  const [open, setOpen] = useState<BoxName | 'more'>()
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

  const turn = (box: BoxName | 'more' | undefined) => {
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
  if (open === 'more') return <More may={ticket.may} open={turn} />
  return (
    <View className='card stack desk-box' id='desk-box'>
      <Box
        key={open}
        name={open}
        act={act}
        busy={acting.busy}
        error={error}
        forget={acting.forget}
        ticket={ticket}
        units={units}
        colleagues={colleagues}
        categories={categories}
        draft={{ initial: written.in(open), onText: (text) => written.keep(open, text) }}
        close={() => turn(undefined)}
      />
      <SignInAgain error={error} />
    </View>
  )
}

/** What content security holds has its own buttons beside it. */
const hasButton = (command: TicketView['may'][number]) =>
  command === 'take' || [...FIRST, ...MORE].some((name) => name === command)

type ButtonsProps = {
  may: TicketView['may']
  busy: boolean
  take: () => void
  open: (box: BoxName | 'more') => void
  written: (box: BoxName) => string
}

function Buttons({ may, busy, take, open, written }: ButtonsProps) {
  const say = useSay()
  const first = FIRST.filter((name) => may.includes(name))
  const rest = MORE.filter((name) => may.includes(name))
  // A fold for one button would only hide it.
  const boxes: BoxName[] = rest.length > 1 ? first : [...first, ...rest]
  const folds = rest.length > 1
  const takes = may.includes('take')
  return (
    <View className={boxes.length + Number(takes) + Number(folds) === 4 ? 'desk-buttons two' : 'desk-buttons'}>
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
          {say(ACT[name])}
          {written(name) ? <View className='small'>{say(queueWords.written)}</View> : null}
        </Tap>
      ))}
      {folds ? (
        <Tap look='line' open={false} shortcut={LETTERS.more} onTap={() => open('more')}>
          {say(handlingWords.more)}
        </Tap>
      ) : null}
    </View>
  )
}

/** What is done more rarely. It lies below the ticket like a box: on a phone it would cover half of it. */
function More({ may, open }: Pick<ButtonsProps, 'may'> & { open: (box: BoxName | undefined) => void }) {
  const say = useSay()
  useEffect(() => scrollTo('#desk-box'), [])
  return (
    <View className='card stack desk-box' id='desk-box'>
      <View className='heading'>{say(handlingWords.more)}</View>
      <View className='desk-buttons two'>
        {MORE.filter((name) => may.includes(name)).map((name) => (
          <Tap key={name} shortcut={LETTERS[name]} onTap={() => open(name)}>
            {say(ACT[name])}
          </Tap>
        ))}
      </View>
      <Cancel close={() => open(undefined)} />
    </View>
  )
}
