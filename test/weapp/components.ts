// From a path in the output to something that can be drawn: its script run, its template and its components found.

import type { Template } from './compile'
import { type Definition, type Hooks, registerBehavior, registerComponent } from './engine'
import type { Manifest } from './manifest'
import type { Realm } from './realm'

export interface Library {
  /** The id under which the page or component can be created. */
  idOf(path: string): string
}

interface LibraryParts {
  manifest: Manifest
  realm: Realm
  templateOf(file: string): Template | undefined
  hooks: Hooks
}

let phones = 0

export function createLibrary({ manifest, realm, templateOf, hooks }: LibraryParts): Library {
  phones += 1
  const prefix = `phone${phones}_`
  const ids = new Map<string, string>()
  let given: Definition | undefined

  realm.define({
    Page: (config: Definition['config']) => {
      given = { kind: 'page', config }
    },
    Component: (config: Definition['config']) => {
      given = { kind: 'component', config }
    },
    Behavior: registerBehavior,
  })

  const run = (path: string): Definition => {
    given = undefined
    realm.require(path)
    if (!given) throw new Error(`${path}.js called neither Page() nor Component()`)
    return given
  }
  const idOf = (path: string): string => {
    const known = ids.get(path)
    if (known) return known
    const id = prefix + path.replace(/\W/g, '_')
    ids.set(path, id) // before its components: a recursive one uses itself
    const usingComponents = Object.fromEntries(
      Object.entries(manifest.usingComponents(path)).map(([tag, target]) => [tag, idOf(target)]),
    )
    const template = templateOf(`${path}.wxml`)
    if (!template) throw new Error(`${path}.wxml was not compiled`)
    registerComponent({ id, path, definition: run(path), template, usingComponents, hooks })
    return id
  }
  return { idOf }
}
