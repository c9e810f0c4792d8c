import { usePhotos } from '@/client/usePhotos'
import { MAX_PHOTOS } from '@/contract/shapes'
import { Composer } from '@/ui/Composer'
import { useSay, words } from '@/ui/words'
import type { BoxProps } from './Box'

/** The first words of a person, and every later one. */
export function Reply({ act, busy, error, draft, close }: BoxProps) {
  const say = useSay()
  const photos = usePhotos(MAX_PHOTOS, 'desk')
  return (
    <Composer
      {...draft}
      focus
      label={say(words.desk.write.reply)}
      note={say(words.desk.toCitizen)}
      photos={photos}
      busy={busy}
      error={error}
      onSend={(text, ids) => act({ do: 'reply', text, photos: ids })}
      onCancel={close}
    />
  )
}

/** A question without whose answer the case cannot go on. */
export function AskBack({ act, busy, error, draft, close }: BoxProps) {
  const say = useSay()
  return (
    <Composer
      {...draft}
      focus
      label={say(words.desk.write['ask-back'])}
      note={say(words.desk.toCitizen)}
      busy={busy}
      error={error}
      onSend={(text) => act({ do: 'ask-back', text })}
      onCancel={close}
    />
  )
}

/** Why it lies with the wrong unit. */
export function Objection({ act, busy, error, draft, close }: BoxProps) {
  const say = useSay()
  return (
    <Composer
      {...draft}
      focus
      label={say(words.desk.write.object)}
      note={say(words.desk.toOfficials)}
      busy={busy}
      error={error}
      onSend={(reason) => act({ do: 'object', reason })}
      onCancel={close}
    />
  )
}
