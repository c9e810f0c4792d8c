/**
 * Taro's templates carry what attributes.js lists, at compile time and at run time: both number the attributes by the
 * one list.
 */
const path = require('node:path')
const { components } = require('./attributes.js')

module.exports = (ctx) => {
  ctx.registerMethod({
    name: 'onSetupClose',
    fn(platform) {
      if (!platform.template) return // the web build has real elements
      platform.runtimePath = [].concat(platform.runtimePath, path.resolve(__dirname, 'runtime.js'))
      Object.assign(platform.template.internalComponents, components)
    },
  })
}
