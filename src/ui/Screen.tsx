import { View } from '@tarojs/components'
import { type PropsWithChildren, useEffect } from 'react'

import { setTabs, setTitle } from '@/client/device'
import { useSettings } from '@/client/settings'
import { useSay, type Words, words } from './words'

/** On the web the frame is also the landmark that keyboards and screen readers jump to. */
const main = process.env.TARO_ENV === 'h5' ? { role: 'main' } : {}

type Props = PropsWithChildren<{ title: Words; wide?: boolean; tab?: boolean; className?: string }>

/** The frame of every screen: its title, its type size, its width. `tab`: it is one of the tab bar's. */
export function Screen({ title, wide, tab, className = '', children }: Props) {
  const care = useSettings((settings) => settings.care)
  const say = useSay()
  const text = say(title)
  useEffect(() => setTitle(text), [text])
  useEffect(() => {
    if (tab) setTabs(words.tabs.map((name) => say(name)))
  }, [tab, say])
  return (
    <View {...main} className={`screen${care ? ' care' : ''}${wide ? ' wide' : ''} ${className}`.trim()}>
      {children}
    </View>
  )
}
