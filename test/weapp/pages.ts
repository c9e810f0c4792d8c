// The stack of pages, with the rules of a phone: at most ten, tab pages kept alive, and each change of what is in
// front told to the pages it concerns.

import { fromFile } from './compile'
import type { Library } from './components'
import { type Device, type Failure, fail, isFailure } from './device'
import { createRoot, type ExparserNode, rootOf } from './engine'
import type { Manifest } from './manifest'
import { createPage, type OpenPage } from './page'
import type { Realm } from './realm'

const MOST_PAGES = 10

export interface Pages {
  readonly stack: readonly OpenPage[]
  top(): OpenPage | undefined
  onTab(): boolean
  ownerOf(node: ExparserNode): OpenPage | undefined
  navigateTo(url: string): Promise<Failure | undefined>
  redirectTo(url: string): Promise<Failure | undefined>
  reLaunch(url: string): Promise<Failure | undefined>
  switchTab(url: string): Promise<Failure | undefined>
  back(delta: number): Failure | undefined
  closeAll(): void
}

export interface PagesParts {
  manifest: Manifest
  device: Device
  realm: Realm
  library(): Library
  settle(): Promise<void>
}

export function createPages(parts: PagesParts): Pages {
  const { manifest } = parts
  const stack: OpenPage[] = []
  const tabs = new Map<string, OpenPage>()
  const top = () => stack.at(-1)
  const isTab = (route: string) => manifest.tabs.some(({ pagePath }) => pagePath === route)

  const destination = (url: string) => {
    const { route, query } = parseUrl(url, top()?.route ?? '')
    return manifest.pages.includes(route) ? { route, query } : fail(`page "${url}" is not found`)
  }
  const open = async (route: string, query: Record<string, string>): Promise<undefined> => {
    const page = drawPage(parts, route, query, () => top() === page)
    stack.push(page)
    if (isTab(route)) tabs.set(route, page)
    await startPage(parts, page)
  }
  const close = (page: OpenPage): void => {
    tabs.delete(page.route)
    page.call('onUnload')
    page.root.detach()
    page.host.remove()
  }
  const closeAll = (): void => {
    const kept = [...tabs.values()].filter((page) => !stack.includes(page))
    for (const page of [...stack.splice(0).reverse(), ...kept]) close(page)
  }

  return {
    stack,
    top,
    closeAll,
    onTab: () => isTab(top()?.route ?? ''),
    ownerOf: (node) => {
      const root = rootOf(node)
      return [...stack, ...tabs.values()].find((page) => page.root._exparserNode === root)
    },
    async navigateTo(url) {
      const to = destination(url)
      if (isFailure(to)) return to
      if (isTab(to.route)) return fail('can not navigateTo a tabbar page')
      if (stack.length >= MOST_PAGES) return fail('webview count limit exceed')
      top()?.call('onHide')
      return open(to.route, to.query)
    },
    async redirectTo(url) {
      const to = destination(url)
      if (isFailure(to)) return to
      if (isTab(to.route)) return fail('can not redirectTo a tabbar page')
      const left = stack.pop()
      if (left) close(left)
      return open(to.route, to.query)
    },
    async reLaunch(url) {
      const to = destination(url)
      if (isFailure(to)) return to
      closeAll()
      return open(to.route, to.query)
    },
    async switchTab(url) {
      const to = destination(url)
      if (isFailure(to)) return to
      if (!isTab(to.route)) return fail('can not switch to no-tabBar page')
      return showTab(to.route)
    },
    back(delta) {
      if (stack.length < 2) return fail('cannot navigate back at first page.')
      for (const page of stack.splice(Math.max(1, stack.length - delta)).reverse()) close(page)
      top()?.call('onShow')
      return undefined
    },
  }

  async function showTab(route: string): Promise<undefined> {
    const kept = tabs.get(route)
    if (kept && top() === kept) return undefined
    const front = top()
    for (const page of stack.splice(0).reverse()) {
      if (!isTab(page.route)) close(page)
      else if (page === front) page.call('onHide')
    }
    if (!kept) return open(route, {})
    stack.push(kept)
    kept.call('onShow')
    return undefined
  }
}

/** The values of a query reach the page as they were written, not decoded. */
export function parseUrl(url: string, from: string): { route: string; query: Record<string, string> } {
  const [path = '', search = ''] = url.split('?')
  const entries = search
    .split('&')
    .filter((pair) => pair !== '')
    .map((pair) => [pair.split('=')[0] ?? '', pair.split('=').slice(1).join('=')])
  return {
    route: path.startsWith('/') || from === '' ? path.replace(/^\//, '') : fromFile(from, path),
    query: Object.fromEntries(entries),
  }
}

function drawPage(
  { manifest, device, realm, library, settle }: PagesParts,
  route: string,
  query: Record<string, string>,
  isShown: () => boolean,
): OpenPage {
  const root = createRoot(library().idOf(route))
  Object.assign(root.instance, { route, __route__: route, options: realm.adopt(query) })
  const host = document.createElement('div')
  const title = String(manifest.configOf(route).navigationBarTitleText ?? manifest.title)
  return createPage({ route, query, title, root, host, device, realm, isShown, settle })
}

async function startPage({ device, realm }: PagesParts, page: OpenPage): Promise<undefined> {
  document.body.append(page.host)
  realm.guard(page.route, () => page.root.attach(page.host))
  page.call('onLoad', page.query)
  page.call('onShow')
  await new Promise((resolve) => setTimeout(resolve, 0))
  page.call('onReady')
  device.pulse += 1
}
