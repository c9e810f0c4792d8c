/** What a context reads with, for tests that build one by hand. */
import { openSearch } from '@/drivers/search'
import { readHtml } from '@/providers/html'

export const reads = { readHtml, search: openSearch([]) }
