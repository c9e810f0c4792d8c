import { View } from '@tarojs/components'
import type { Lang } from '@/contract/phoneRefusals'
import type { ReleaseView } from '@/contract/publishing'
import { PhotoRow } from '@/ui/PhotoRow'
import { publishWords } from '@/ui/publishWords'
import { momentText } from '@/ui/time'
import { sayIn } from '@/ui/words'
import { FORMS } from '../forms'
import { valuesOf } from '../forms/content'
import type { FormField } from '../forms/field'
import { attachmentsIn, pairIn, rowsIn, switchIn, textIn } from '../forms/read'

/** What is only a line of a list for the citizen, by the names its form has for it. */
export function Facts({ release: { content, photos }, lang }: { release: ReleaseView; lang: Lang }) {
  const say = sayIn(lang)
  const values = valuesOf(content)
  const facts = FORMS[content.kind].fields.flatMap((field) => {
    const text = textOf(field, values[field.name], lang)
    return text ? [{ field, text }] : []
  })
  return (
    <View className='card'>
      {facts.map(({ field, text }) => (
        <View key={field.name} className='row fact'>
          <View className='fact-name quiet'>{say(field.label)}</View>
          <View className='grow pre'>{text}</View>
        </View>
      ))}
      <PhotoRow photos={photos} />
    </View>
  )
}

function textOf({ is, options }: FormField, value: unknown, lang: Lang): string {
  const say = sayIn(lang)
  switch (is) {
    case 'pair':
    case 'prose': {
      const pair = pairIn(value)
      return pair[lang] || (pair.zh && say(publishWords.noEnglish))
    }
    case 'choice': {
      const chosen = options?.find(([id]) => id === value)
      return chosen ? say(chosen[1]) : ''
    }
    case 'moment':
      return value ? momentText(textIn(value), lang) : ''
    case 'switch':
      return say(switchIn(value) ? publishWords.yes : publishWords.no)
    case 'photos':
      return ''
    case 'attachments':
      return attachmentsIn(value)
        .map(({ name, url }) => `${name} ${url}`)
        .join('\n')
    case 'menu': {
      const rows = rowsIn(value)
      const level = (parent: string | undefined, indent: string): string[] =>
        rows
          .filter((row) => row.parent === parent)
          .flatMap((row) => [
            `${indent}${row.number} ${say(row.name) || row.name.zh}`,
            ...level(row.id, `${indent}　　`),
          ])
      return level(undefined, '').join('\n')
    }
    default:
      return textIn(value)
  }
}
