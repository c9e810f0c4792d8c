import { SET_DATA } from '../weapp/limits'
import { furnish, SCREEN_NAMES } from '../weapp/screens'
import { printTable, type Row } from './table'

/** setData of each screen of the built mini program as it opens, and of the two commonest touches. */
export async function benchScreens(say: (line: string) => void): Promise<void> {
  const screens = await furnish()
  const rows: Row[] = []
  for (const name of SCREEN_NAMES) {
    const page = await screens.open(name)
    const { calls, bytes } = page.traffic()
    const { nodes, depth } = page.counts()
    rows.push({
      what: `opening ${name}`,
      measured: `${calls} calls ${bytes} B, ${nodes} nodes ${depth} deep`,
      budget: '<= 2 calls 20 KB',
      within: calls <= SET_DATA.calls && bytes <= SET_DATA.open,
    })
  }
  const form = await screens.open('the form')
  await form.tap('道路交通')
  const tap = await form.measure(() => form.tap('路灯照明'))
  await form.input('说说情况', '路灯不')
  const letter = await form.measure(() => form.input('说说情况', '路灯不亮'))
  rows.push(touch('choosing a category', tap, SET_DATA.tap), touch('typing a letter', letter, SET_DATA.letter))
  await screens.close()
  printTable(say, 'setData, on WeChat’s component runtime', rows)
}

const touch = (what: string, { calls, bytes }: { calls: number; bytes: number }, budget: number): Row => ({
  what,
  measured: `${calls} calls ${bytes} B`,
  budget: `<= ${budget} B`,
  within: bytes <= budget,
})
