/**
 * Taro drops aria-* on the mini program unless its templates know them. This plugin teaches the templates at compile
 * time and the runtime at run time; both read the one list in attributes.js.
 */
const path = require('node:path')
const { components } = require('./attributes.js')

module.exports = (ctx) => {
  ctx.registerMethod({
    name: 'onSetupClose',
    fn(platform) {
      if (!platform.template) return // the web build has real elements
      platform.runtimePath = [].concat(platform.runtimePath, path.resolve(__dirname, 'runtime.js'))
      platform.template.mergeComponents(ctx, components)
    },
  })
}
