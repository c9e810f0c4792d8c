import { View } from '@tarojs/components'
import { useSettings } from '@/client/settings'
import { sentence } from '@/contract/refusals'
import { Field } from '@/ui/Field'
import { Tap } from '@/ui/Tap'
import { useSay } from '@/ui/words'
import { writeWords } from '@/ui/writeWords'
import { attachmentsIn } from '../forms/read'
import { type FieldProps, Framed } from './OneField'

/** Files that lie elsewhere, each with a name and an address. */
export function Attachments({ field, value, put, faults, label }: FieldProps & { label: string }) {
  const say = useSay()
  const lang = useSettings((settings) => settings.lang)
  const files = attachmentsIn(value)
  const change = (index: number, next: { name?: string; url?: string }) =>
    put(files.map((file, at) => (at === index ? { ...file, ...next } : file)))
  const wrong = (index: number, part: 'name' | 'url') => {
    const reason = faults[`${field.name}.${index}.${part}`]
    return reason && sentence(reason, lang)
  }
  return (
    <Framed label={label}>
      <View className='stack'>
        {files.map((file, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place in the list
          <View key={index} className='stack write-part'>
            <Field
              label={`${say(writeWords.attachment.name)} ${index + 1}`}
              value={file.name}
              onInput={(name) => change(index, { name })}
              wrong={wrong(index, 'name')}
            />
            <Field
              label={`${say(writeWords.attachment.url)} ${index + 1}`}
              value={file.url}
              hint='https://'
              onInput={(url) => change(index, { url })}
              most={500}
              wrong={wrong(index, 'url')}
            />
            <View className='row'>
              <Tap
                look='line'
                label={`${say(writeWords.remove)} ${index + 1}`}
                onTap={() => put(files.filter((_, at) => at !== index))}
              >
                {say(writeWords.remove)}
              </Tap>
            </View>
          </View>
        ))}
        <View className='row'>
          <Tap onTap={() => put([...files, { name: '', url: '' }])}>{say(writeWords.add)}</Tap>
        </View>
      </View>
    </Framed>
  )
}
