import { View } from '@tarojs/components'
import { routes } from '@/client/deskRoutes'
import { useSettings } from '@/client/settings'
import type { SheetLine, SheetView } from '@/contract/duty'
import { dutyWords } from '@/ui/dutyWords'
import { officialWords } from '@/ui/officialWords'
import { Tap } from '@/ui/Tap'
import { clockText, dayText } from '@/ui/time'
import { useSay, words } from '@/ui/words'

export const SHEET = 'handover-sheet'
/** Paper is read on another day: never "today". */
const NO_DAY = 0
/** Half a year from it: under a title that names the year, its days are said without one, and none is "today". */
const farFrom = (at: string) => Date.parse(`${at.slice(0, 4)}-${at.slice(5, 7) < '07' ? '12' : '01'}-15T00:00:00Z`)

/** The sheet as it comes out of the printer; on the screen a number opens its ticket. */
export function SheetPaper({ sheet }: { sheet: SheetView }) {
  const say = useSay()
  const lang = useSettings((settings) => settings.lang)
  const { sheet: its } = dutyWords
  const moment = (at: string, now = NO_DAY) => `${dayText(at, lang, now)} ${clockText(at)}`
  const near = farFrom(sheet.from)
  const counts = [
    say(its.open, { n: sheet.open }),
    say(its.unclaimed, { n: sheet.unclaimed }),
    say(its.late, { n: sheet.late }),
    sheet.held !== undefined && say(its.held, { n: sheet.held }),
  ]
  return (
    <View id={SHEET} className='card stack duty-sheet'>
      <View className='title'>{say(its.title)}</View>
      <View>{say(its.span, { from: moment(sheet.from), to: moment(sheet.to, near) })}</View>
      <View className='strong'>{counts.filter(Boolean).join(' · ')}</View>
      {sheet.lines.length ? null : <View>{say(its.none)}</View>}
      <View className='duty-lines'>
        {sheet.lines.map((line) => (
          <Line key={line.no} line={line} moment={(at) => moment(at, near)} />
        ))}
      </View>
      {sheet.more ? <View className='note warn'>{say(its.more)}</View> : null}
      <View className='quiet small'>
        {say(its.by, { name: sheet.by, unit: say(sheet.unit), t: moment(sheet.from) })}
      </View>
      <View className='duty-signs'>
        <View>{say(words.named, { name: say(its.giver), text: '' })}</View>
        <View>{say(words.named, { name: say(its.taker), text: '' })}</View>
      </View>
    </View>
  )
}

function Line({ line, moment }: { line: SheetLine; moment: (at: string) => string }) {
  const say = useSay()
  const { sheet: its } = dutyWords
  const when = line.at && line.at !== 'beyond' ? moment(line.at) : say(its.noTime)
  return (
    <View className='duty-line'>
      <View className='duty-when'>
        <View className='strong number'>{when}</View>
        <View className={line.late ? 'duty-late' : ''}>{say(line.late ? its.isLate : its.what[line.what])}</View>
      </View>
      <View className='duty-what'>
        <View>{[say(line.category), line.text].filter(Boolean).join('：')}</View>
        <View className='quiet small'>
          {[say(its.what[line.what]), say(officialWords.status[line.status]), say(line.unit), line.handler]
            .filter(Boolean)
            .join(' · ')}
        </View>
      </View>
      <Tap
        role='link'
        look='line'
        className='number small duty-no'
        label={say(its.openNo, { no: line.no })}
        onTap={() => routes.deskTicket(line.no)}
      >
        {line.no}
      </Tap>
    </View>
  )
}
