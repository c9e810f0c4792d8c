import { View } from '@tarojs/components'
import { useState } from 'react'
import { confirm } from '@/client/device'
import { useNotices } from '@/client/notices'
import { type Acting, useAct } from '@/client/useAct'
import { useClips } from '@/client/useClips'
import { usePhotos } from '@/client/usePhotos'
import { MAX_PHOTOS } from '@/contract/shapes'
import type { TicketView } from '@/contract/tickets'
import { actWords } from '@/ui/actWords'
import { Composer } from '@/ui/Composer'
import { ClipPicker } from '@/ui/filing/ClipPicker'
import { liveWords } from '@/ui/liveWords'
import { Wrong } from '@/ui/States'
import { Tap } from '@/ui/Tap'
import { useSay, words } from '@/ui/words'
import { Rate } from './Rate'

type Props = { ticket: TicketView; put: (ticket: TicketView) => void; again: () => Promise<void> }
/** What opens a box to write in. */
const WRITTEN = ['supply', 'dispute', 'add'] as const
type Written = (typeof WRITTEN)[number]

/** What the asker may do now: exactly what the server says, no more. */
export function Actions({ ticket, put, again }: Props) {
  const say = useSay()
  const acting = useAct(ticket.no, 'citizen', put)
  const [open, setOpen] = useState<Written>()
  const may = (command: TicketView['may'][number]) => ticket.may.includes(command)
  // What is being written stays, whatever has happened to the ticket meanwhile: it goes with what may be done now.
  const what = open && (may(open) ? open : WRITTEN.find(may))
  if (open)
    return (
      <Write
        what={what ?? open}
        turned={what === open ? undefined : what ? 'answered' : 'closed'}
        notices={ticket.notices}
        acting={acting}
        close={() => setOpen(undefined)}
      />
    )
  if (!ticket.may.length) return null

  const withdraw = async () => {
    const sure = await confirm({
      title: say(actWords.withdraw),
      content: say(actWords.hint.withdrawAsk),
      yes: say(actWords.withdraw),
      no: say(words.cancel),
    })
    if (sure) await acting.act({ do: 'withdraw' })
  }
  return (
    <View className='card stack'>
      {may('confirm') ? (
        <Tap look='main' off={acting.busy} onTap={() => void acting.act({ do: 'confirm' })}>
          {say(actWords.confirm)}
        </Tap>
      ) : null}
      {WRITTEN.map((what) =>
        may(what) ? (
          <Tap
            key={what}
            look={what === 'supply' ? 'main' : what === 'dispute' ? 'warn' : 'plain'}
            onTap={() => setOpen(what)}
          >
            {say(actWords[what])}
          </Tap>
        ) : null,
      )}
      {may('rate') ? <Rate acting={acting} /> : null}
      {may('withdraw') ? (
        <Tap look='line' off={acting.busy} onTap={() => void withdraw()}>
          {say(actWords.withdraw)}
        </Tap>
      ) : null}
      <Wrong error={acting.error} />
      {acting.error?.code === 'conflict' ? (
        <Tap onTap={() => void again().then(acting.forget)}>{say(words.again)}</Tap>
      ) : null}
    </View>
  )
}

type Writing = {
  what: Written
  turned: 'answered' | 'closed' | undefined
  notices: string[]
  acting: Acting
  close: () => void
}

function Write({ what, turned, notices, acting, close }: Writing) {
  const say = useSay()
  const photos = usePhotos(MAX_PHOTOS)
  const clips = useClips()
  const askAboutMessages = useNotices(notices)
  const send = async (text: string, ids: string[], clipIds: string[]) => {
    void askAboutMessages()
    const said = { text, photos: ids }
    const sent = await acting.act(what === 'dispute' ? { do: what, ...said } : { do: what, ...said, clips: clipIds })
    if (sent) close()
    return sent
  }
  return (
    <View className='card stack'>
      {turned ? <View className='note warn'>{say(liveWords[turned])}</View> : null}
      <Composer
        label={say(actWords.hint[what])}
        photos={photos}
        busy={acting.busy}
        error={acting.error}
        onSend={send}
        onCancel={close}
        {...(what !== 'dispute' && { clips: { ...clips, picker: <ClipPicker clips={clips} /> } })}
        {...(what === 'dispute' && { note: say(actWords.hint.disputeNote) })}
      />
    </View>
  )
}
