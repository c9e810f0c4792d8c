import { Text, View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { useAlerts } from '@/client/alerts'
import { holding } from '@/client/holding'
import { routes } from '@/client/routes'
import { useSettings } from '@/client/settings'
import type { AlertLine } from '@/contract/lines'
import './AlertBanner.css'
import { alertWords, levels } from './alertWords'
import { Tap } from './Tap'
import { momentText } from './time'
import { useSay } from './words'

/** A timer cannot be set for longer; whoever leaves a screen open so long looks at it again first. */
const DAY = 24 * 3_600_000

/** The worst emergency that holds, on top of every screen. `given`: what the screen itself was told, newer than what is known. */
export function AlertBanner({ given }: { given: AlertLine[] | undefined }) {
  const lang = useSettings((settings) => settings.lang)
  const say = useSay()
  const known = useAlerts((alerts) => alerts.now)
  const away = useAlerts((alerts) => alerts.away)
  const [, look] = useState(0)
  const now = Date.now()
  const { at } = useAlerts.getState()
  const lines = holding(given ?? known, given ? now : at, now)
  const next = Math.min(...lines.map(({ expiresAt }) => Date.parse(expiresAt)).filter((end) => end > now))
  useEffect(() => {
    if (next - Date.now() > DAY) return
    const timer = setTimeout(look, next - Date.now(), next)
    return () => clearTimeout(timer)
  }, [next])

  const [worst, ...others] = lines
  if (!worst) return null
  const level = say(levels[worst.colour])
  const more = [
    others.length ? say(alertWords.more, { n: others.length }) : '',
    away ? say(alertWords.asOf, { t: momentText(new Date(at).toISOString(), lang) }) : '',
  ].filter(Boolean)
  return (
    <Tap
      look='bare'
      role='link'
      className={`alert level-${worst.colour}`}
      label={[say(alertWords.name), level, say(worst.title), ...more].join(' ')}
      onTap={routes.alerts}
    >
      <Text className='alert-level'>{level}</Text>
      <View className='grow'>
        <View className='strong alert-title'>{say(worst.title)}</View>
        {more.length ? <View className='small'>{more.join('　')}</View> : null}
      </View>
      <Text>›</Text>
    </Tap>
  )
}
