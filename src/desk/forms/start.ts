import { w } from '@/ui/word'

/** Nothing yet, in both languages. */
export const EMPTY = { zh: '', en: '' }

/** What may be pasted into long texts. */
export const pasted = w(
  '可以粘贴；一个空行分一段，“# ”开头是小标题，“- ”开头是一条',
  'An empty line parts paragraphs; “# ” begins a heading, “- ” an item',
)
