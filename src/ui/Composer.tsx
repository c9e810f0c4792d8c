import { View } from '@tarojs/components'
import { type PropsWithChildren, useState } from 'react'
import type { Photos } from '@/client/usePhotos'
import type { Failure } from '@/contract'
import { Field } from './Field'
import { PhotoPicker } from './PhotoPicker'
import { Wrong } from './States'
import { Tap } from './Tap'
import { useSay, words } from './words'

type Props = PropsWithChildren<{
  /** Names the field and says what to write. */
  label: string
  /** Who will read it. */
  note?: string
  photos?: Photos
  photoLabel?: string
  mostPhotos?: number
  busy: boolean
  error: Failure | undefined
  sendLabel?: string
  /** What was written before, and who keeps it while it is being written. */
  initial?: string
  onText?: (text: string) => void
  focus?: boolean
  /** Gives true when it was sent; the words then go. Until then nothing that was written is lost. */
  onSend: (text: string, photoIds: string[]) => Promise<boolean>
  onCancel?: () => void
}>

/** Words, and photos where they are wanted, to be sent together. */
export function Composer({
  label,
  note,
  photos,
  photoLabel,
  mostPhotos = 9,
  busy,
  error,
  sendLabel,
  initial = '',
  onText,
  focus = false,
  onSend,
  onCancel,
  children,
}: Props) {
  const [text, setText] = useState(initial)
  const say = useSay()
  const write = (next: string) => {
    setText(next)
    onText?.(next)
  }
  const ready = !busy && photos?.ids !== null
  const send = async () => {
    if (!(await onSend(text.trim(), photos?.ids ?? []))) return
    setText('')
    photos?.clear()
  }
  return (
    <View className='stack'>
      {note ? <View className='note'>{note}</View> : null}
      {children}
      <Field label={label} value={text} onInput={write} lines most={-1} focus={focus} />
      {photos ? <PhotoPicker photos={photos} most={mostPhotos} label={photoLabel ?? say(words.photo.add)} /> : null}
      <Wrong error={error} />
      <View className='row'>
        {onCancel ? (
          <Tap look='line' onTap={onCancel}>
            {say(words.cancel)}
          </Tap>
        ) : null}
        <Tap look='main' className='grow' off={!ready} onTap={() => void send()}>
          {busy ? say(words.sending) : (sendLabel ?? say(words.send))}
        </Tap>
      </View>
    </View>
  )
}
