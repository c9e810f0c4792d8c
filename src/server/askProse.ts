/** A published text as a reply says it: not longer than one reads in a chat, its links kept. */
import type { AskReply } from '@/contract/ask'
import type { Bilingual } from '@/core/district'
import { type Block, blocksOf } from '@/core/prose'

export type Prose = { said: Bilingual; blocks?: NonNullable<AskReply['blocks']>; isCut: boolean }

/** In characters; English says less in each. */
const MOST = { zh: 320, en: 700 }

export function prose(text: Bilingual): Prose {
  const zh = begun(blocksOf(text.zh), MOST.zh)
  const en = begun(blocksOf(text.en), MOST.en)
  const said = { zh: plainly(zh.blocks), en: plainly(en.blocks) }
  const isMarked = [...zh.blocks, ...en.blocks].some(({ is, spans }) => is !== 'p' || spans.some(({ href }) => href))
  return { said, isCut: zh.isCut || en.isCut, ...(isMarked && { blocks: { zh: zh.blocks, en: en.blocks } }) }
}

/** As many whole blocks as fit; of a first one that is too long its beginning. */
function begun(blocks: Block[], most: number): { blocks: Block[]; isCut: boolean } {
  const kept: Block[] = []
  let left = most
  for (const block of blocks) {
    const length = block.spans.reduce((sum, { text }) => sum + text.length, 0)
    if (length > left) return { blocks: kept.length ? kept : [cutBlock(block, most)], isCut: true }
    kept.push(block)
    left -= length
  }
  return { blocks: kept, isCut: false }
}

/** By whole characters; a link stays whole or goes. */
function cutBlock({ is, spans }: Block, most: number): Block {
  const kept: Block['spans'] = []
  let left = most
  for (const span of spans) {
    const characters = Array.from(span.text)
    if (characters.length <= left) kept.push(span)
    else if (!span.href) kept.push({ text: `${characters.slice(0, left).join('')}…` })
    left -= characters.length
    if (left <= 0) break
  }
  return { is, spans: kept }
}

const plainly = (blocks: Block[]): string =>
  blocks.map(({ is, spans }) => `${is === 'li' ? '• ' : ''}${spans.map(spanned).join('')}`).join('\n')

const spanned = ({ text, href }: Block['spans'][number]): string =>
  href === undefined || href === text ? text : `${text} ${href} `
