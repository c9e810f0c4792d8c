import { useState } from 'react'

type Page<T> = { items: T[]; next?: string }

/** A list that grows page by page. `first` comes with the screen; what was fetched beside it goes when it is asked anew. */
export function usePages<T>(first: Page<T>, fetchPage: (after: string) => Promise<Page<T> | null>) {
  const [more, setMore] = useState<{ of: Page<T>; items: T[]; next?: string }>({ of: first, items: [] })
  const [busy, setBusy] = useState(false)
  const own = more.of === first
  const items = own ? [...first.items, ...more.items] : first.items
  const next = own && more.items.length ? more.next : first.next

  const grow = async () => {
    if (!next || busy) return
    setBusy(true)
    const page = await fetchPage(next)
    setBusy(false)
    if (page)
      setMore((now) => ({
        of: first,
        items: [...(now.of === first ? now.items : []), ...page.items],
        ...(page.next && { next: page.next }),
      }))
  }
  return { items, more: next !== undefined, busy, grow }
}
