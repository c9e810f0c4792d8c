export { type CloudStorage, cloudFiles } from './files'
export { indexDefinitions } from './indexes'
export { cloudWeChat, openapiPermissions } from './openapi'
export { openWechatStore } from './store'
