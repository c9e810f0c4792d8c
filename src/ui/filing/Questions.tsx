import { View } from '@tarojs/components'
import { Fragment, memo } from 'react'
import type { Question } from '@/contract/filing'
import { reportWords } from '../reportWords'
import { Tap } from '../Tap'
import { useSay } from '../words'
import './filing.css'
import type { Fill, Form } from './form'

type Option = Question['options'][number]
type Props = {
  questions: Question[]
  details: Form['details']
  fill: Fill
  /** What was chosen speaks of danger to life: the question with its answer. */
  onDanger?: (said: string) => void
}

/** What the chosen category asks: answered by a tap, taken back by another, and nobody has to. */
export const Questions = memo(({ questions, details, fill, onDanger }: Props) => {
  const say = useSay()
  if (!questions.length) return null
  const toggle = (question: Question, option: Option) => {
    const others = details.filter((one) => one.question !== question.id)
    const isOn = details.some((one) => one.question === question.id && one.option === option.id)
    fill({ details: isOn ? others : [...others, { question: question.id, option: option.id }] })
    if (!isOn && option.danger) onDanger?.(`${say(question.ask)} ${say(option.name)}`)
  }
  return (
    <Fragment>
      <View className='quiet small'>{say(reportWords.questions)}</View>
      {/* By their order: of another category's the places stay, and only the words change. */}
      {questions.map((question, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <Fragment key={index}>
          <View className='strong'>{say(question.ask)}</View>
          <Options
            name={say(question.ask)}
            options={question.options}
            chosen={details.find((one) => one.question === question.id)?.option}
            onTap={(option) => toggle(question, option)}
          />
        </Fragment>
      ))}
    </Fragment>
  )
})

type OptionsProps = { name: string; options: Option[]; chosen: string | undefined; onTap: (option: Option) => void }

function Options({ name, options, chosen, onTap }: OptionsProps) {
  const say = useSay()
  return (
    <View className='row wrap' {...(process.env.TARO_ENV === 'h5' && { role: 'radiogroup', 'aria-label': name })}>
      {options.map((option, index) => (
        <Tap
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          key={index}
          role='radio'
          look='line'
          on={option.id === chosen}
          onTap={() => onTap(option)}
        >
          {say(option.name)}
        </Tap>
      ))}
    </View>
  )
}
