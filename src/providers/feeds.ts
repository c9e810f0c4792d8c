/** Feeds (RSS, Atom), as they come: in any encoding, with dates or without, half broken. */
import { createHash } from 'node:crypto'
import { parseFeed } from '@rowanmanning/feed-parser'
import type { FeedItem, FeedSource, Outside } from '@/server/ports'
import { type Get, trouble } from './fetching'
import { readHtml } from './html'

const MOST_BYTES = 5_000_000
const MOST_ITEMS = 100
/** Nobody needs to declare any, and declared ones have been used to fill memories. */
const DECLARES_ENTITIES = /<!ENTITY/i

type Parsed = ReturnType<typeof parseFeed>['items'][number]

export function feedSource(get: Get): FeedSource {
  return async (url) => {
    const address = addressOf(url)
    if (!address) return trouble('refused', 'no address')
    const accept = 'application/rss+xml, application/atom+xml, application/xml;q=0.9, text/xml;q=0.8'
    const answer = await get(address, { most: MOST_BYTES, headers: { accept } })
    return answer.ok ? itemsOf(answer.value) : answer
  }
}

function addressOf(url: string): URL | undefined {
  try {
    return new URL(url)
  } catch {
    return undefined
  }
}

function itemsOf(xml: string): Outside<FeedItem[]> {
  if (DECLARES_ENTITIES.test(xml)) return trouble('not-understood', 'it declares entities')
  try {
    const items = new Map<string, FeedItem>()
    for (const parsed of parseFeed(xml).items) {
      const item = itemOf(parsed)
      // The first is the newest, as feeds are written.
      if (item && !items.has(item.id)) items.set(item.id, item)
      if (items.size === MOST_ITEMS) break
    }
    return { ok: true, value: [...items.values()] }
  } catch {
    // What the parser says about it may quote it.
    return trouble('not-understood', 'no feed')
  }
}

/** Undefined when it says nothing. What has neither an id nor an address is known by its words. */
function itemOf({ id, title, url, content, description, published, updated }: Parsed): FeedItem | undefined {
  const body = readHtml(content ?? description ?? '')
  const heading = readHtml(title ?? '')
    .text.replace(/\s+/g, ' ')
    .trim()
  const text = body.text.trim()
  if (!heading && !text) return undefined
  const link = url?.trim()
  const at = published ?? updated
  return {
    id: id?.trim() || link || createHash('sha256').update(`${heading}\n${text}`).digest('base64url'),
    title: heading || (text.split('\n')[0] ?? '').slice(0, 60),
    text,
    ...(link && /^https:\/\//i.test(link) && { url: link }),
    ...(at && { at: at.toISOString() }),
    removed: body.removed,
  }
}
