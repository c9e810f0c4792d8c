// The parts we use of WeChat's own packages, which carry no types (or, for j-component, types of another API version).

declare module 'miniprogram-exparser' {
  export interface VirtualNode {
    type: number
    tagName: string
    componentId: string
    content: string
    key: string | undefined
    attrs: { name: string; value: unknown }[]
    event: Record<string, Binding>
    children: VirtualNode[]
    exparserNode: ExparserNode
  }

  export interface Binding {
    name: string
    handler: string
    isCatch: boolean
    isCapture: boolean
    isMutated: boolean
    id?: unknown
  }

  export interface ExparserNode {
    _vt: VirtualNode
    $$: Element
    textContent: string
    dataset: Record<string, unknown>
    parentNode: ExparserNode | null
    ownerShadowRoot: ShadowRoot | null
    childNodes: ExparserNode[]
    appendChild(child: ExparserNode): void
    insertBefore(child: ExparserNode, before: ExparserNode): void
    removeChild(child: ExparserNode): void
    replaceChild(child: ExparserNode, old: ExparserNode): void
  }

  export interface ShadowRoot extends ExparserNode {
    getHostNode(): ExparserNode
  }

  const exparser: {
    Element: { getMethodCaller(node: ExparserNode): Record<string, unknown> }
    Event: {
      create(type: string, detail: unknown, options: object): unknown
      dispatchEvent(target: ExparserNode, event: unknown): void
    }
    removeListenerFromElement(node: ExparserNode, type: string, id: unknown, options: { capture: boolean }): void
    addGlobalErrorListener(listener: (error: Error, context: { message: string }) => boolean): void
    addGlobalWarningListener(listener: (message: string) => void): void
  }
  export default exparser
}

declare module 'j-component/src/index' {
  import type { ExparserNode } from 'miniprogram-exparser'

  export interface RootComponent {
    _exparserNode: ExparserNode
    instance: Record<string, unknown>
    attach(parent: Element): void
    detach(): void
  }

  const jComponent: {
    register(definition: Record<string, unknown>): string
    behavior(definition: Record<string, unknown>): string
    create(id: string): RootComponent | undefined
  }
  export default jComponent
}

declare module 'j-component/src/render/diff' {
  import type { VirtualNode } from 'miniprogram-exparser'

  const diff: { diffVt(before: VirtualNode, after: VirtualNode): void }
  export default diff
}

declare module 'j-component/src/render/render' {
  import type { Binding, ExparserNode, VirtualNode } from 'miniprogram-exparser'

  const render: {
    renderExparserNode(tree: VirtualNode, host: null, root: ExparserNode | null): ExparserNode
    updateAttrs(node: ExparserNode, attrs: { name: string; value: unknown }[]): void
    updateEvent(node: ExparserNode, event: Record<string, Binding>): void
  }
  export default render
}
