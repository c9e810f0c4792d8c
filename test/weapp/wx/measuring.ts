// wx.createSelectorQuery. Nothing is laid out here: every node that exists has the same box, unless the test says more.

import type { Device } from '../device'
import type { Pages } from '../pages'
import { attrOf, isSelector, type Node } from '../tree'
import type { Api, Kit } from './convention'

export interface Box {
  left: number
  top: number
  width: number
  height: number
}

type Callback = (value: unknown) => void
type Ask = () => unknown

export function measuringApi(kit: Kit, pages: Pages): Api {
  return { createSelectorQuery: () => createQuery(kit, pages) }
}

function createQuery(kit: Kit, pages: Pages): Record<string, unknown> {
  const asks: { ask: Ask; callback: Callback | undefined }[] = []
  const found = (selector: string): Node[] => {
    const page = pages.top()
    const last = selector.split(/\s+|>>>/).at(-1) ?? ''
    return page && isSelector(last) ? page.findAll(last) : []
  }
  const push = (ask: Ask, callback?: Callback) => {
    asks.push({ ask, callback })
    return query
  }
  const on = (nodes: () => unknown) => ({
    boundingClientRect: (callback?: Callback) => push(nodes, callback),
    scrollOffset: (callback?: Callback) => push(nodes, callback),
    fields: (_wanted: object, callback?: Callback) => push(nodes, callback),
    context: (callback?: Callback) => push(() => null, callback),
    node: (callback?: Callback) => push(() => null, callback),
  })
  const query: Record<string, unknown> = {
    in: () => query,
    select: (selector: string) => on(() => factsOf(kit.device, selector, found(selector)).at(0) ?? null),
    selectAll: (selector: string) => on(() => factsOf(kit.device, selector, found(selector))),
    selectViewport: () => on(() => viewportOf(kit.device)),
    exec: (done?: Callback) => {
      kit.realm.later('createSelectorQuery', () => {
        const values = asks.map(({ ask }) => kit.realm.adopt(ask()))
        for (const [index, { callback }] of asks.entries()) callback?.(values[index])
        done?.(kit.realm.adopt(values))
      })
    },
  }
  return query
}

function factsOf({ answers, settings }: Device, selector: string, nodes: Node[]): object[] {
  const box: Box = { left: 0, top: 0, width: settings.windowWidth, height: 40 }
  const given = answers.get('createSelectorQuery')
  const known = typeof given === 'function' ? given({ selector }) : given
  return nodes.map((node) => {
    const { left, top, width, height } = { ...box, ...known }
    const edges = { left, top, right: left + width, bottom: top + height, width, height }
    return { id: attrOf(node, 'id') ?? '', dataset: { ...node.dataset }, ...edges, scrollTop: 0, scrollLeft: 0 }
  })
}

function viewportOf({ settings: { windowWidth: width, windowHeight: height } }: Device): object {
  const edges = { left: 0, top: 0, right: width, bottom: height }
  return { id: '', dataset: {}, ...edges, width, height, scrollTop: 0, scrollLeft: 0 }
}
