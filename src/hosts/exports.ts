/** Addresses that other programs read: news and emergency notices as XML. */
import type { ServerResponse } from 'node:http'
import type { Context } from '@/server/context'
import { capFeed, capMessage, newsFeed } from '@/server/exports'

const ATOM = 'application/atom+xml; charset=utf-8'
const CAP = 'application/cap+xml; charset=utf-8'
const ONE_ALERT = /^\/cap\/([\w-]{1,64})\.xml$/

/** Whether something is exported at this address. */
export const isExport = (pathname: string): boolean =>
  pathname === '/feed.xml' || pathname === '/cap.xml' || pathname.startsWith('/cap/')

/** Answers one of them. Readers come often: a minute's copy is as good. */
export async function answerExport(response: ServerResponse, pathname: string, ctx: Context): Promise<void> {
  const alert = ONE_ALERT.exec(pathname)?.[1]
  const xml = await exported(pathname, alert, ctx)
  if (xml === null) return void response.writeHead(404).end()
  const type = alert ? CAP : ATOM
  response.writeHead(200, { 'content-type': type, 'cache-control': 'public, max-age=60' })
  response.end(xml)
}

async function exported(pathname: string, alert: string | undefined, ctx: Context): Promise<string | null> {
  if (pathname === '/feed.xml') return newsFeed(ctx)
  if (pathname === '/cap.xml') return capFeed(ctx)
  return alert ? capMessage(alert, ctx) : null
}
