import { View } from '@tarojs/components'
import { useDidShow } from '@tarojs/taro'
import { type PropsWithChildren, useEffect } from 'react'
import { refreshAlerts } from '@/client/alerts'
import { setLanguage, setTabs, setTitle } from '@/client/device'
import { wakeDrafts } from '@/client/drafts/useDrafts'
import { useSettings } from '@/client/settings'
import type { AlertLine } from '@/contract/lines'
import { AlertBanner } from './AlertBanner'
import { PrivacyAsk } from './PrivacyAsk'
import { useSay, type Words, words } from './words'

/** On the web the frame is also the landmark that keyboards and screen readers jump to. */
const main = process.env.TARO_ENV === 'h5' ? { role: 'main' } : {}

type Props = PropsWithChildren<{
  title: Words
  wide?: boolean
  tab?: boolean
  className?: string
  alerts?: AlertLine[] | 'own'
}>

/**
 * The frame of every screen: emergencies, its title, its type size, its width. `tab`: it is one of the tab bar's.
 * `alerts`: those that it was told with what it asked; `own`: it asks for them itself.
 */
export function Screen({ title, wide, tab, className = '', alerts, children }: Props) {
  const care = useSettings((settings) => settings.care)
  const lang = useSettings((settings) => settings.lang)
  const say = useSay()
  const text = say(title)
  useEffect(() => setTitle(text), [text])
  useEffect(() => setLanguage(lang), [lang])
  useEffect(() => {
    if (tab) setTabs(words.tabs.map((name) => say(name)))
  }, [tab, say])
  useDidShow(() => {
    wakeDrafts()
    if (!alerts) void refreshAlerts()
  })
  return (
    <View
      {...main}
      className={`screen${care ? ' care' : ''}${lang === 'en' ? ' en' : ''}${wide ? ' wide' : ''} ${className}`.trim()}
    >
      {/* In a place of its own: an emergency that comes later does not send all that stands below it once more. */}
      <View className='screen-top'>
        <AlertBanner given={alerts === 'own' ? undefined : alerts} />
      </View>
      {children}
      {process.env.TARO_ENV === 'weapp' ? <PrivacyAsk /> : null}
    </View>
  )
}
