import type { Media } from '@/client/drafts/draft'
import { useSettings } from '@/client/settings'
import { isPhoneReason, PHONE_REFUSALS } from '@/contract/phoneRefusals'
import { sendingWords } from '@/ui/filingWords'
import { photoWords } from '@/ui/photoWords'
import { useSay } from '@/ui/words'

/** How photos and recordings are called, and how far each of them is. */
export function useMediaWords() {
  const say = useSay()
  const lang = useSettings((settings) => settings.lang)
  const nameOf = (kind: Media['kind'], n: number) =>
    kind === 'photo' ? say(photoWords.one, { n }) : say(sendingWords[kind], { n })
  return {
    nameOf,
    /** Counted among those of its kind. */
    nameIn: (media: Media[], { key, kind }: Media) =>
      nameOf(kind, media.filter((one) => one.kind === kind).findIndex((one) => one.key === key) + 1),
    stateOf: ({ state }: Media, percent: number | undefined): string => {
      if (state === 'kept')
        return percent === undefined ? say(sendingWords.queued) : say(photoWords.sending, { n: percent })
      return say({ keeping: sendingWords.keeping, sent: photoWords.sent, refused: photoWords.failed }[state])
    },
    whyOf: ({ wrong }: Media): string => {
      if (wrong && isPhoneReason(wrong.reason)) return PHONE_REFUSALS[wrong.reason][lang]
      return wrong?.message || PHONE_REFUSALS['media-gone'][lang]
    },
  }
}
