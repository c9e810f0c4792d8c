import type { HtmlReader } from '@/server/ports'

export const readHtml: HtmlReader = (html) => ({ text: html, removed: [] })
