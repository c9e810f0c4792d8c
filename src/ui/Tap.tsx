import { View } from '@tarojs/components'
import type { CSSProperties, KeyboardEvent, PropsWithChildren } from 'react'
import { role } from './aria'
import { holdFocus } from './focus'

type Look = 'main' | 'plain' | 'line' | 'warn' | 'bare'
type Props = PropsWithChildren<{
  /** What a screen reader says; needed where the content is not words. */
  label?: string
  look?: Look
  on?: boolean
  off?: boolean
  /** The key that does the same, at a desk: see client/keys.ts. */
  shortcut?: string | undefined
  /** It unfolds something: whether that is unfolded. */
  open?: boolean
  role?: 'button' | 'radio' | 'switch' | 'link'
  className?: string
  style?: CSSProperties
  id?: string
  onTap: () => void
}>

/**
 * The one thing to tap. A view on the mini program (WeChat's own button brings its own look), with role and name for
 * screen readers on both; on the web it also takes the keyboard.
 */
export function Tap({
  label,
  look = 'plain',
  on,
  off,
  open,
  shortcut,
  role: what = 'button',
  className = '',
  style,
  id,
  onTap,
  children,
}: Props) {
  const act = () => {
    if (!off) onTap()
  }
  const look_ = look === 'bare' ? '' : `tap ${look}`
  const names = `${look_}${on ? ' on' : ''}${off ? ' off' : ''} ${className}`.trim()
  return (
    <View
      className={names}
      hoverClass='pressed'
      {...(style && { style })}
      {...(id && { id })}
      {...spoken(what, label, on, off, open)}
      {...keys(act, shortcut)}
      onClick={act}
    >
      {children}
      {process.env.TARO_ENV === 'h5' && shortcut ? (
        <View className='key' aria-hidden='true'>
          {shortcut}
        </View>
      ) : null}
    </View>
  )
}

function spoken(what: string, label?: string, on?: boolean, off?: boolean, open?: boolean) {
  const named = label ? { 'aria-label': label } : {}
  const state =
    what === 'button' || what === 'link' || on === undefined ? {} : { 'aria-checked': on ? 'true' : 'false' }
  const disabled = off ? { 'aria-disabled': 'true' } : {}
  const unfolded = open === undefined ? {} : { 'aria-expanded': open ? 'true' : 'false' }
  return { ...role(what), ...named, ...state, ...disabled, ...unfolded }
}

function keys(act: () => void, shortcut?: string) {
  if (process.env.TARO_ENV !== 'h5') return {}
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== ' ') return
    event.preventDefault()
    holdFocus(event.currentTarget)
    act()
  }
  return { tabIndex: 0, onKeyDown, ...(shortcut && { 'aria-keyshortcuts': shortcut }) }
}
