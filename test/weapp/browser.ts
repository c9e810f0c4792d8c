// exparser and j-component look for a browser's document when they are loaded, so this must be imported before them.

import { JSDOM } from 'jsdom'

const { window } = new JSDOM('<!doctype html><html><body></body></html>', { url: 'https://phone.test' })

for (const [name, value] of Object.entries({ window, document: window.document })) {
  Object.defineProperty(globalThis, name, { value, configurable: true, writable: true })
}
