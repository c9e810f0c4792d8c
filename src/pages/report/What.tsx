import { View } from '@tarojs/components'
import type { Output } from '@/contract'
import { MAX_TEXT } from '@/contract/shapes'
import { role } from '@/ui/aria'
import { Choice } from '@/ui/Choice'
import { Field } from '@/ui/Field'
import { iconOf } from '@/ui/icons'
import { Picture } from '@/ui/Picture'
import { Tap } from '@/ui/Tap'
import { useSay, words } from '@/ui/words'
import type { Form } from './useFiling'

type Kind = NonNullable<Form['kind']>
/** praise and misconduct are rare; all six stay in sight because hiding them would decide for the person. */
const KINDS: Kind[] = ['complaint', 'help', 'consult', 'suggestion', 'report', 'praise']
/** From here on the person is told how much room is left. */
const NEARLY_FULL = 200

type Props = {
  form: Form
  set: (change: Partial<Form>) => void
  categories: Output<'filing.open'>['categories']
  wrong: (field: string) => string | undefined
  tip: boolean
}

/** What it is about: a category by picture, what the person wants, and the words. Of a tip only the words are left. */
export function What({ tip, ...props }: Props) {
  const { form, set, categories, wrong } = props
  const say = useSay()
  const left = MAX_TEXT - form.text.length
  const settled = tip && categories.some(({ id }) => id === form.category)
  return (
    <View>
      {settled ? null : <Categories {...props} />}
      <View className='card stack' id='text'>
        <Field
          label={say(words.report.text)}
          hint={say(words.report.textHint)}
          value={form.text}
          onInput={(text) => set({ text })}
          lines
          most={-1}
          wrong={wrong('text')}
        />
        {left <= NEARLY_FULL && left >= 0 ? (
          <View className='quiet small'>{say(words.report.left, { n: left })}</View>
        ) : null}
        {form.kind && !tip ? (
          <View className='stack'>
            <View className='strong'>{say(words.report.kind)}</View>
            <Choice
              label={say(words.report.kind)}
              options={KINDS.map((kind) => [kind, say(words.kind[kind])] as const)}
              value={form.kind}
              onChoose={(kind) => set({ kind })}
            />
          </View>
        ) : null}
      </View>
    </View>
  )
}

function Categories({ form, set, categories, wrong }: Omit<Props, 'tip'>) {
  const say = useSay()
  const chosen = categories.find(({ id }) => id === form.category)
  // A category brings the kind it usually has; one that the person chose themselves stays, and so does a question.
  const chosenByHand = form.about !== undefined || (form.kind !== undefined && form.kind !== chosen?.kind)
  return (
    <View className='card stack' id='category'>
      <View className='heading'>{say(words.report.category)}</View>
      <View
        className='report-categories'
        {...(process.env.TARO_ENV === 'h5' && { role: 'radiogroup', 'aria-label': say(words.report.category) })}
      >
        {categories.map(({ id, name, icon, kind }) => (
          <Tap
            key={id}
            role='radio'
            look='bare'
            className={`report-category${form.category === id ? ' on' : ''}`}
            on={form.category === id}
            label={say(name)}
            onTap={() => set(chosenByHand ? { category: id } : { category: id, kind })}
          >
            <View className='report-icon'>
              <Picture className='icon' src={iconOf(icon)} />
            </View>
            <View>{say(name)}</View>
          </Tap>
        ))}
      </View>
      {chosen ? <View className='quiet small'>{say(chosen.hint)}</View> : null}
      {wrong('category') ? (
        <View className='field-wrong' {...role('alert')}>
          {wrong('category')}
        </View>
      ) : null}
    </View>
  )
}
