import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { useAct } from '@/client/useAct'
import type { ScreenedView } from '@/contract/screening'
import type { PhotoView } from '@/contract/shapes'
import type { TicketView } from '@/contract/tickets'
import { Composer } from '@/ui/Composer'
import { deskWords } from '@/ui/deskWords'
import { PhotoRow } from '@/ui/PhotoRow'
import { Wrong } from '@/ui/States'
import { screenedWords } from '@/ui/screenedWords'
import { Tap } from '@/ui/Tap'
import { SignInAgain } from '@/ui/Trouble'
import { useSay, words } from '@/ui/words'

type Props = { ticket: TicketView; acted: (ticket: TicketView) => void; look: () => void }
type Part = { screened: ScreenedView; text?: string; photos: PhotoView[] }

/** What content security holds in a ticket, each part with what may be wrong with it, for the official who looks at it. */
export function Held({ ticket, acted, look }: Props) {
  const say = useSay()
  if (!ticket.may.includes('release')) return null
  return (
    <View className='card stack desk-held'>
      <View className='heading'>{say(deskWords.held.title)}</View>
      <View className='quiet small'>{say(deskWords.held.hint)}</View>
      {heldIn(ticket).map((part) => (
        <One key={JSON.stringify(part.screened.part)} part={part} no={ticket.no} acted={acted} look={look} />
      ))}
    </View>
  )
}

function One({
  part: { screened, text, photos },
  no,
  acted,
  look,
}: Omit<Props, 'ticket'> & { part: Part; no: string }) {
  const say = useSay()
  const { act, busy, error } = useAct(no, 'desk', acted)
  const [refusing, setRefusing] = useState(false)
  // Another official was first: what is there now is shown.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each error
  useEffect(() => {
    if (error?.code === 'conflict') look()
  }, [error])
  return (
    <View className='stack desk-held-part'>
      <View className='note warn'>{say(screenedWords.because, { why: say(screenedWords.why[screened.label]) })}</View>
      {text ? <View className='pre'>{text}</View> : null}
      <PhotoRow photos={photos} />
      {refusing ? (
        <Composer
          focus
          label={say(deskWords.held.reason)}
          note={say(deskWords.toCitizen)}
          busy={busy}
          error={error}
          sendLabel={say(deskWords.held.withhold)}
          onSend={(reason) => act({ do: 'withhold', part: screened.part, reason })}
          onCancel={() => setRefusing(false)}
        />
      ) : (
        <View className='stack'>
          <Wrong error={error} />
          <View className='row'>
            <Tap look='main' className='grow' off={busy} onTap={() => void act({ do: 'release', part: screened.part })}>
              {say(busy ? words.sending : deskWords.held.release)}
            </Tap>
            <Tap look='warn' className='grow' off={busy} onTap={() => setRefusing(true)}>
              {say(deskWords.held.withhold)}
            </Tap>
          </View>
        </View>
      )}
      <SignInAgain error={error} />
    </View>
  )
}

/** The filing's words stand with all that was checked with them. A photo that is sent twice is looked at once. */
function heldIn({ history, place, asker }: TicketView): Part[] {
  const texts = history.flatMap(({ did, screened, text }) => {
    if (screened?.state !== 'held') return []
    const beside = did === 'file' ? [place.address, asker.visibility === 'shown' && asker.name] : []
    const whole = [text, ...beside].filter(Boolean).join('\n')
    return [{ screened, text: whole, photos: [] }]
  })
  const pictures = new Map(history.flatMap(({ photos }) => photos.map((photo) => [photo.id, photo] as const)))
  const photos = [...pictures.values()].flatMap((photo) => {
    const { screened, ...plain } = photo
    return screened?.state === 'held' ? [{ screened, photos: [plain] }] : []
  })
  return [...texts, ...photos]
}
