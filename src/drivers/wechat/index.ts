export { indexDefinitions } from './indexes'
export { openWechatStore } from './store'
