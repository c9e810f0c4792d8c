import { View } from '@tarojs/components'
import { routes } from '@/client/routes'
import { useSettings } from '@/client/settings'
import type { Forecast } from '@/contract/weather'
import { warningWords } from '@/ui/skyWords'
import { Tap } from '@/ui/Tap'
import { momentText } from '@/ui/time'
import { useSay } from '@/ui/words'

type Warning = NonNullable<Forecast['warnings']>[number]
type Props = { reading: Pick<Forecast, 'warnings' | 'source'> & { at: string; old: boolean }; now: number }

const inForce = (warnings: Warning[], now: number) =>
  warnings.filter(({ expiresAt }) => !expiresAt || Date.parse(expiresAt) > now)

/** Official warnings that hold, in the words of their issuers. */
export function Warnings({ reading: { warnings = [] }, now }: Props) {
  const say = useSay()
  const held = inForce(warnings, now)
  if (!held.length) return null
  return (
    <View>
      <View className='heading sky-note'>{say(warningWords.heading)}</View>
      {held.map((warning) => (
        <OneWarning key={warning.id} warning={warning} now={now} />
      ))}
    </View>
  )
}

function OneWarning({ warning, now }: { warning: Warning; now: number }) {
  const say = useSay()
  const lang = useSettings((settings) => settings.lang)
  const { colour, type, headline, text, issuer, issuedAt, expiresAt } = warning
  const until = expiresAt ? say(warningWords.until, { t: momentText(expiresAt, lang, now) }) : ''
  return (
    <View className={`card stack sky-warning level-${colour}`}>
      <View className='row wrap'>
        <View className='sky-colour'>{say(warningWords.colour[colour])}</View>
        <View className='strong'>{type}</View>
      </View>
      <View className='strong'>{headline}</View>
      {text && text !== headline ? <View className='pre'>{text}</View> : null}
      <View className='quiet small'>
        {say(warningWords.issued, { issuer, t: momentText(issuedAt, lang, now) }) + until}
      </View>
    </View>
  )
}

/** Where no warning is shown: who says that there is none, or where warnings are to be found. Silence is no all-clear. */
export function OtherWarnings({ reading: { warnings, source, at, old }, now }: Props) {
  const say = useSay()
  const lang = useSettings((settings) => settings.lang)
  if (warnings && inForce(warnings, now).length) return null
  // Old, or with warnings that have run out since: what holds now is not known.
  const none = warnings?.length === 0 && !old
  return (
    <View className='card stack'>
      {none ? (
        <View>{say(warningWords.none, { t: momentText(at, lang, now), name: source.name })}</View>
      ) : (
        <View>{say(warningWords.elsewhere)}</View>
      )}
      <Tap role='link' onTap={routes.alerts}>
        {say(warningWords.alerts)}
      </Tap>
    </View>
  )
}
