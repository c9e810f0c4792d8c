import { View } from '@tarojs/components'
import { type PropsWithChildren, type ReactNode, useState } from 'react'
import type { Photos } from '@/client/usePhotos'
import type { Failure } from '@/contract'
import { Field } from './Field'
import { PhotoPicker } from './PhotoPicker'
import { photoWords } from './photoWords'
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
  /** Voice notes and a film: what they are chosen with, and what is sent of them. */
  clips?: { picker: ReactNode; ids: string[] | null; clear: () => void }
  busy: boolean
  error: Failure | undefined
  sendLabel?: string
  /** What was written before, and who keeps it while it is being written. */
  initial?: string
  onText?: (text: string) => void
  focus?: boolean
  /** Gives true when it was sent; the words then go. Until then nothing that was written is lost. */
  onSend: (text: string, photoIds: string[], clipIds: string[]) => Promise<boolean>
  onCancel?: () => void
}>

/** Words, and photos and recordings where they are wanted, to be sent together. */
export function Composer({
  label,
  note,
  photos,
  photoLabel,
  mostPhotos = 9,
  clips,
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
  const ready = !busy && photos?.ids !== null && clips?.ids !== null
  const send = async () => {
    if (!(await onSend(text.trim(), photos?.ids ?? [], clips?.ids ?? []))) return
    setText('')
    photos?.clear()
    clips?.clear()
  }
  return (
    <View className='stack'>
      {note ? <View className='note'>{note}</View> : null}
      {children}
      <Field label={label} value={text} onInput={write} lines most={-1} focus={focus} />
      {photos ? <PhotoPicker photos={photos} most={mostPhotos} label={photoLabel ?? say(photoWords.add)} /> : null}
      {clips?.picker}
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
