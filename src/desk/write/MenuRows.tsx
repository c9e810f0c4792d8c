import { View } from '@tarojs/components'
import { useState } from 'react'
import { useSettings } from '@/client/settings'
import { MenuEntry } from '@/contract/content'
import { sentence } from '@/contract/refusals'
import { Choice } from '@/ui/Choice'
import { Field } from '@/ui/Field'
import { PairField } from '@/ui/PairField'
import { Tap } from '@/ui/Tap'
import { useSay, type Words } from '@/ui/words'
import { writeWords } from '@/ui/writeWords'
import { type Row, rowsIn } from '../forms/read'
import { added, changed, moved, under, without } from '../forms/rows'
import { type FieldProps, Framed } from './OneField'

const TARGETS: Record<string, Words> = writeWords.menu.targets

/** The rows of the menu, one level under the other. One at a time is open: a screen may hold only so many nodes. */
export function MenuRows({ value, put, faults, field, wrong }: FieldProps & { wrong: string | undefined }) {
  const say = useSay()
  const rows = rowsIn(value)
  const [open, setOpen] = useState<string>()
  const add = (parent: string | undefined) => {
    const row = added(rows, parent)
    if (!row) return
    put([...rows, row])
    setOpen(row.id)
  }
  const level = (parent: string | undefined) => (
    <View className={parent ? 'write-under' : ''}>
      {under(rows, parent).map((row) => (
        <View key={row.id} className='write-part'>
          {open === row.id ? (
            <OneRow
              row={row}
              rows={rows}
              put={put}
              close={() => setOpen(undefined)}
              {...(!row.parent && added(rows, row.id) && { addUnder: () => add(row.id) })}
              faults={faults}
              path={`${field.name}.${rows.indexOf(row)}`}
            />
          ) : (
            <View className='row wrap'>
              <View className='grow'>
                <View className='strong'>{`${row.number} ${say(row.name) || row.name.zh || say(writeWords.menu.unnamed)}`}</View>
                <View className='quiet small'>{say(TARGETS[row.opens] ?? writeWords.menu.targets.group)}</View>
              </View>
              <Tap
                look='line'
                label={`${say(writeWords.menu.up)} ${row.name.zh}`}
                onTap={() => put(moved(rows, row.id, -1))}
              >
                ↑
              </Tap>
              <Tap
                look='line'
                label={`${say(writeWords.menu.down)} ${row.name.zh}`}
                onTap={() => put(moved(rows, row.id, 1))}
              >
                ↓
              </Tap>
              <Tap label={`${say(writeWords.menu.edit)} ${row.name.zh}`} onTap={() => setOpen(row.id)}>
                {say(writeWords.menu.edit)}
              </Tap>
            </View>
          )}
          {level(row.id)}
        </View>
      ))}
    </View>
  )
  return (
    <Framed label={say(field.label)} wrong={wrong}>
      <View>
        {level(undefined)}
        <Tap onTap={() => add(undefined)}>{say(writeWords.add)}</Tap>
      </View>
    </Framed>
  )
}

type RowProps = Pick<FieldProps, 'put' | 'faults'> & {
  row: Row
  rows: Row[]
  close: () => void
  addUnder?: () => void
  path: string
}

function OneRow({ row, rows, put, close, addUnder, faults, path }: RowProps) {
  const say = useSay()
  const lang = useSettings((settings) => settings.lang)
  const change = (next: Partial<Row>) => put(changed(rows, row.id, next))
  const wrong = (part: string) => {
    const reason = faults[`${path}.${part}`]
    return reason && sentence(reason, lang)
  }
  const { menu } = writeWords
  const parents = under(rows, undefined).filter(({ id }) => id !== row.id)
  return (
    <View className='stack'>
      <Field
        label={say(menu.number)}
        kind='number'
        value={Number.isNaN(row.number) ? '' : String(row.number)}
        onInput={(text) => change({ number: Number(text) })}
        wrong={wrong('number')}
      />
      <PairField
        label={say(menu.name)}
        value={row.name}
        onInput={(name) => change({ name })}
        wrong={(part) => wrong(`name.${part}`)}
      />
      <View className='strong'>{say(menu.opens)}</View>
      <Choice
        label={say(menu.opens)}
        options={MenuEntry.entries.opens.options.map((one) => [one, say(menu.targets[one])] as const)}
        value={MenuEntry.entries.opens.options.find((one) => one === row.opens)}
        onChoose={(opens) => change({ opens })}
      />
      <View className='strong'>{say(menu.parent)}</View>
      <Choice
        label={say(menu.parent)}
        options={[['', say(menu.top)], ...parents.map(({ id, name }) => [id, say(name) || name.zh] as const)]}
        value={row.parent ?? ''}
        onChoose={(parent) => change({ parent: parent || undefined })}
      />
      <Field label={say(menu.page)} value={row.page ?? ''} onInput={(page) => change({ page })} wrong={wrong('page')} />
      <View className='row'>
        <Tap look='main' onTap={close}>
          {say(menu.done)}
        </Tap>
        {addUnder ? <Tap onTap={addUnder}>{say(menu.addUnder)}</Tap> : null}
        <Tap look='warn' label={`${say(writeWords.remove)} ${row.name.zh}`} onTap={() => put(without(rows, row.id))}>
          {say(writeWords.remove)}
        </Tap>
      </View>
    </View>
  )
}
