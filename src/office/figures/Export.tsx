import { View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '@/client/call'
import type { Format } from '@/client/table/file'
import { type Exporting, useExport } from '@/client/table/useExport'
import type { Output } from '@/contract'
import { figures } from '@/contract/figures'
import { role } from '@/ui/aria'
import { Choice } from '@/ui/Choice'
import { exportWords } from '@/ui/figureWords'
import { Wrong } from '@/ui/States'
import { Tap } from '@/ui/Tap'
import { useSay } from '@/ui/words'
import type { Asking } from '.'
import { figuresTable, rowCells, rowHeads } from './tables'

type Props = { shown: Output<'figures.open'>; asking: Asking }

/** The figures as a table, and the tickets behind them, as a file. */
export function Export({ shown, asking: { by, unit, category } }: Props) {
  const say = useSay()
  const [format, setFormat] = useState<Format>('xlsx')
  const { exporting, start, stop } = useExport()
  const { from, to } = shown
  const nameOf = (what: keyof typeof exportWords & `file${string}`) =>
    say(exportWords.name, { what: say(exportWords[what]), from, to })
  const exportFigures = () => {
    const { head, rows } = figuresTable(shown, by, say)
    const name = nameOf('fileOfFigures')
    start({
      name,
      sheet: say(exportWords.fileOfFigures),
      format,
      head,
      page: async () => ({ ok: true, data: { rows } }),
    })
  }
  const exportRows = () => {
    const cells = rowCells(shown, say)
    const filter = { from, to, ...(unit && { unit }), ...(category && { category }) }
    const page = async (after: string | undefined) => {
      const answer = await call(figures, 'figures.rows', { ...filter, ...(after && { after }) }, 'desk')
      if (!answer.ok) return answer
      const { rows, next } = answer.data
      return { ok: true, data: { rows: rows.map(cells), ...(next && { next }) } } as const
    }
    const name = nameOf('fileOfRows')
    start({ name, sheet: say(exportWords.fileOfRows), format, head: rowHeads(say), page })
  }
  const busy = exporting.is === 'running'
  return (
    <View className='card stack'>
      <View className='heading'>{say(exportWords.title)}</View>
      <View className='small quiet'>{say(exportWords.hint)}</View>
      <Choice
        label={say(exportWords.format)}
        options={(['xlsx', 'csv'] as const).map((one) => [one, say(exportWords[one])] as const)}
        value={format}
        onChoose={setFormat}
      />
      <View className='row wrap'>
        <Tap off={busy} onTap={exportFigures}>
          {say(exportWords.table)}
        </Tap>
        <Tap off={busy} onTap={exportRows}>
          {say(exportWords.rows)}
        </Tap>
      </View>
      <Progress exporting={exporting} stop={stop} />
    </View>
  )
}

function Progress({ exporting, stop }: { exporting: Exporting; stop: () => void }) {
  const say = useSay()
  if (exporting.is === 'idle') return null
  const n = exporting.rows
  if (exporting.is === 'failed') {
    return (
      <View className='stack'>
        <Wrong error={exporting.error} />
        <View>{say(exportWords.failed, { n })}</View>
        <View className='row wrap'>
          <Tap look='main' onTap={exporting.again}>
            {say(exportWords.again)}
          </Tap>
          <Tap onTap={stop}>{say(exportWords.stop)}</Tap>
        </View>
      </View>
    )
  }
  const { open, send } = exporting.is === 'done' ? exporting.file : {}
  return (
    <View className='row wrap' {...role('status')}>
      <View className='grow number'>
        {say(exporting.is === 'done' ? exportWords.done : exportWords.running, { n })}
      </View>
      {exporting.is === 'running' ? <Tap onTap={stop}>{say(exportWords.stop)}</Tap> : null}
      {open ? <Tap onTap={open}>{say(exportWords.open)}</Tap> : null}
      {send ? <Tap onTap={send}>{say(exportWords.send)}</Tap> : null}
    </View>
  )
}
