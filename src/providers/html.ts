/**
 * HTML, pasted or fed, as prose. Nothing of it is ever shown as HTML: what comes out are words with the few marks of
 * core/prose.ts. Only the tokenizer of htmlparser2 is used: its parser keeps a list of open tags, and is slow when
 * somebody sends a hundred thousand of them.
 */
import { Tokenizer } from 'htmlparser2'
import type { HtmlReader } from '@/server/ports'

/** What holds something else than words: it goes with all that is in it. */
const TAKEN_OUT: Record<string, string> = {
  script: 'script',
  style: 'style',
  iframe: 'iframe',
  frameset: 'iframe',
  object: 'object',
  applet: 'object',
  canvas: 'object',
  video: 'object',
  audio: 'object',
  svg: 'image',
  math: 'object',
  button: 'form',
  select: 'form',
  textarea: 'form',
}
/** What stands alone. The form itself is here: the words in it stay, for whole pages of some systems lie in one. */
const DROPPED: Record<string, string> = {
  embed: 'object',
  img: 'image',
  image: 'image',
  form: 'form',
  input: 'form',
  link: 'style',
}
/** Words that are no part of the text: they go, and nobody misses them. */
const UNSEEN = new Set(['title', 'template', 'datalist', 'noframes', 'xml'])
const BLOCKS = new Set(
  'address article aside blockquote body center caption dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody tfoot thead tr ul'.split(
    ' ',
  ),
)
const HEADING = /^h[1-6]$/
/** A tag as tags are written. "温度 < 5" has none, nor has "<某某>". */
const TAG = /<\/?[a-z][a-z0-9:-]*(?:\s[^<>]*)?\/?>|<!--/i
/** The same as contract/webAddress.ts; brackets are written otherwise, for they end a mark. */
const ADDRESS = /^https:\/\/[^\s"'<>\\()]{1,480}$/i

type Block = { mark: '' | '## ' | '- '; text: string }
type Attributes = { name: string; value: string }[]

/** Turns HTML into prose and counts what was taken out, by kind. Time and memory grow with its length and nothing else. */
export const readHtml: HtmlReader = (html) => {
  if (!TAG.test(html)) return { text: html, removed: [] }
  const page = pageReader()
  let name = ''
  let attributes: Attributes = []
  const part = (start: number, end: number) => html.slice(start, end)
  const add = (text: string) => {
    const last = attributes[attributes.length - 1]
    if (last) last.value += text
  }
  const nothing = () => undefined
  const tokenizer = new Tokenizer(
    { xmlMode: false, decodeEntities: true },
    {
      ontext: (start, end) => page.words(part(start, end)),
      ontextentity: (code) => page.words(String.fromCodePoint(code)),
      onopentagname: (start, end) => {
        name = part(start, end).toLowerCase()
        attributes = []
      },
      onattribname: (start, end) => void attributes.push({ name: part(start, end).toLowerCase(), value: '' }),
      onattribdata: (start, end) => add(part(start, end)),
      onattribentity: (code) => add(String.fromCodePoint(code)),
      onattribend: nothing,
      onopentagend: () => page.opens(name, attributes),
      onselfclosingtag: () => {
        page.opens(name, attributes)
        page.closes(name)
      },
      onclosetag: (start, end) => page.closes(part(start, end).toLowerCase()),
      oncdata: (start, end) => page.words(part(start, end)),
      oncomment: nothing,
      ondeclaration: nothing,
      onprocessinginstruction: nothing,
      onend: nothing,
    },
  )
  tokenizer.write(html)
  tokenizer.end()
  return page.read()
}

/** Collects blocks of words while tags open and close. */
function pageReader() {
  const blocks: Block[] = []
  const removed = new Map<string, number>()
  let mark: Block['mark'] = ''
  let text = ''
  /** What is being left out now, and how deep we are in things of its name. */
  let hidden: { name: string; depth: number } | undefined
  /** The link that we are in, and its words so far. */
  let link: { address: string; words: string } | undefined

  const count = (what: string) => void removed.set(what, (removed.get(what) ?? 0) + 1)

  function add(more: string): void {
    if (link) link.words += more
    else text += more
  }

  function endLink(): void {
    const words = link && collapsed(link.words).replace(/\[/g, '［').replace(/\]/g, '］')
    if (link && words) text += `[${words}](${link.address})`
    link = undefined
  }

  function endBlock(next: Block['mark']): void {
    endLink()
    const said = collapsed(text)
    if (said) blocks.push({ mark, text: said })
    text = ''
    mark = next
  }

  function opens(name: string, attributes: Attributes): void {
    if (hidden) {
      if (name === hidden.name) hidden.depth++
      return
    }
    const kind = TAKEN_OUT[name]
    if (kind) count(kind)
    if (kind || UNSEEN.has(name)) {
      hidden = { name, depth: 1 }
      return
    }
    if (DROPPED[name]) count(DROPPED[name])
    for (const attribute of attributes) if (attribute.name.startsWith('on')) count('script')
    if (name === 'br' && mark === '') endBlock('')
    else if (['br', 'td', 'th'].includes(name)) add(' ')
    else if (HEADING.test(name)) endBlock('## ')
    else if (name === 'li') endBlock('- ')
    // A paragraph that begins an item is the item; one that follows its words is none.
    else if (BLOCKS.has(name)) endBlock(text.trim() ? '' : mark)
    else if (name === 'a') openLink(attributes)
  }

  /** Only what the contract lets through as an address is a link; of another the words stay. */
  function openLink(attributes: Attributes): void {
    endLink()
    const href = attributes.find(({ name }) => name === 'href')?.value.trim()
    if (href === undefined) return
    const address = href.replace(/\(/g, '%28').replace(/\)/g, '%29')
    if (ADDRESS.test(address)) link = { address, words: '' }
    else count('link')
  }

  function closes(name: string): void {
    if (hidden) {
      if (name === hidden.name && --hidden.depth === 0) hidden = undefined
      return
    }
    if (name === 'a') endLink()
    else if (BLOCKS.has(name)) endBlock('')
  }

  return {
    opens,
    closes,
    words: (more: string) => {
      if (!hidden) add(more)
    },
    read: () => {
      endBlock('')
      return { text: joined(blocks), removed: [...removed].map(([what, times]) => ({ what, times })) }
    },
  }
}

/** One space for any white; none between two Chinese characters where a line of the source ended. */
const collapsed = (text: string): string =>
  text
    .replace(/\0/g, '')
    .replace(/(?<=[\u2e80-\u9fff\uff00-\uffef])[^\S\n]*\n\s*(?=[\u2e80-\u9fff\uff00-\uffef])/g, '')
    .replace(/[ \t\n\r\f\u00a0]+/g, ' ')
    .trim()

/** An empty line between blocks; the items of a list stay together. */
const joined = (blocks: Block[]): string =>
  blocks
    .map(({ mark, text }, at) => {
      const before = blocks[at - 1]
      const gap = before === undefined ? '' : mark === '- ' && before.mark === '- ' ? '\n' : '\n\n'
      return `${gap}${mark}${text}`
    })
    .join('')
