import { View } from '@tarojs/components'
import { useContext } from 'react'
import { usePhotos } from '@/client/usePhotos'
import { MAX_PHOTOS } from '@/contract/shapes'
import { Composer } from '@/ui/Composer'
import { deskWords } from '@/ui/deskWords'
import { handlingWords } from '@/ui/handlingWords'
import { Tap } from '@/ui/Tap'
import { useSay } from '@/ui/words'
import type { BoxProps } from './Box'
import { Offered, usePhrases } from './Phrases'

/** The first words of a person, and every later one. */
export function Reply({ act, busy, error, draft, close }: BoxProps) {
  const say = useSay()
  const photos = usePhotos(MAX_PHOTOS, 'desk')
  const phrased = usePhrases('reply', draft)
  return (
    <Composer
      key={phrased.turn}
      {...phrased.draft}
      focus
      label={say(deskWords.write.reply)}
      note={say(deskWords.toCitizen)}
      photos={photos}
      busy={busy}
      error={error}
      onSend={(text, ids) => act({ do: 'reply', text, photos: ids })}
      onCancel={close}
    >
      <Quick busy={busy} send={(text) => act({ do: 'reply', text, photos: [] })} />
      {phrased.row}
    </Composer>
  )
}

/** Whole sentences, each sent with one tap: somebody who has just asked hears a person at once. */
function Quick({ busy, send }: { busy: boolean; send: (text: string) => Promise<boolean> }) {
  const say = useSay()
  const { quick } = useContext(Offered)
  if (!quick.length) return null
  return (
    <View className='stack'>
      <View className='quiet'>{say(handlingWords.quick)}</View>
      {quick.map((text) => (
        <Tap key={text} look='line' className='desk-quick' off={busy} onTap={() => void send(text)}>
          {text}
        </Tap>
      ))}
    </View>
  )
}

/** A question without whose answer the case cannot go on. */
export function AskBack({ act, busy, error, draft, close }: BoxProps) {
  const say = useSay()
  const phrased = usePhrases('ask-back', draft)
  return (
    <Composer
      key={phrased.turn}
      {...phrased.draft}
      focus
      label={say(deskWords.write['ask-back'])}
      note={say(deskWords.toCitizen)}
      busy={busy}
      error={error}
      onSend={(text) => act({ do: 'ask-back', text })}
      onCancel={close}
    >
      {phrased.row}
    </Composer>
  )
}

/** Why it lies with the wrong unit. */
export function Objection({ act, busy, error, draft, close }: BoxProps) {
  const say = useSay()
  return (
    <Composer
      {...draft}
      focus
      label={say(deskWords.write.object)}
      note={say(deskWords.toOfficials)}
      busy={busy}
      error={error}
      onSend={(reason) => act({ do: 'object', reason })}
      onCancel={close}
    />
  )
}

/** From official to official. It can be sent to nobody else: the citizen's view has no such line. */
export function Note({ act, busy, error, draft, close }: BoxProps) {
  const say = useSay()
  const photos = usePhotos(MAX_PHOTOS, 'desk')
  return (
    <Composer
      {...draft}
      focus
      label={say(handlingWords.write.note)}
      note={say(deskWords.toOfficials)}
      photos={photos}
      busy={busy}
      error={error}
      sendLabel={say(handlingWords.act.note)}
      onSend={(text, ids) => act({ do: 'note', text, photos: ids })}
      onCancel={close}
    />
  )
}
