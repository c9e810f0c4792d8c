export { type CloudStorage, cloudFiles } from './files'
export { indexDefinitions } from './indexes'
export { cloudWeChat } from './openapi'
export { openWechatStore } from './store'
