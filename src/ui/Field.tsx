import { Input, Textarea, View } from '@tarojs/components'
import { useEffect, useRef } from 'react'
import './Field.css'
import { role } from './aria'

type Props = {
  label: string
  value: string
  onInput: (value: string) => void
  hint?: string
  /** The sentence that says what is wrong, shown below. */
  wrong?: string | undefined
  lines?: boolean
  kind?: 'text' | 'number' | 'idcard' | 'password'
  most?: number
  hideLabel?: boolean
  /** Ready to write at once. */
  focus?: boolean
  /** The Enter key, or the keyboard's own button. */
  onDone?: () => void
}

/** A field with its name above it and what is wrong with it below. */
export function Field({
  label,
  value,
  onInput,
  hint = '',
  wrong,
  lines,
  kind = 'text',
  most = 200,
  hideLabel,
  focus = false,
  onDone,
}: Props) {
  const box = useNamedBox(label)
  const shared = {
    value,
    placeholder: hint,
    maxlength: most,
    'aria-label': label,
    placeholderClass: 'placeholder',
    ...(focus && { focus }),
  }
  return (
    <View className='field-block'>
      {hideLabel ? null : <View className='strong'>{label}</View>}
      <View className={`field${wrong ? ' wrong' : ''}${focus ? ' begins' : ''}`} ref={box}>
        {lines ? (
          <Textarea
            {...shared}
            className='area'
            autoHeight
            showConfirmBar={false}
            cursorSpacing={120}
            onInput={(event) => onInput(event.detail.value)}
          />
        ) : (
          <Input
            {...shared}
            className='input'
            {...(kind === 'password' ? { password: true } : { type: kind === 'text' ? 'text' : kind })}
            cursorSpacing={80}
            onInput={(event) => onInput(event.detail.value)}
            {...(onDone && { onConfirm: onDone })}
          />
        )}
      </View>
      {wrong ? (
        <View className='field-wrong' {...role('alert')}>
          {wrong}
        </View>
      ) : null}
    </View>
  )
}

/** Taro's web fields keep the name on their outer element; the real field inside needs it for screen readers. */
function useNamedBox(label: string) {
  const box = useRef<unknown>(null)
  useEffect(() => {
    if (process.env.TARO_ENV !== 'h5' || !(box.current instanceof Element)) return undefined
    const { current } = box
    const name = () => current.querySelector('input, textarea')?.setAttribute('aria-label', label)
    name()
    // It is drawn later than its outer element: on a slow computer much later.
    const drawn = new MutationObserver(name)
    drawn.observe(current, { childList: true, subtree: true })
    return () => drawn.disconnect()
  }, [label])
  return box
}
