import { w } from '@/ui/word'
import { form } from './field'

/** The categories of the first screen and what lies under them. */
export const menu = form('menu', [{ name: 'entries', label: w('菜单', 'Menu'), is: 'menu' }], {
  start: () => ({ entries: [] }),
})
