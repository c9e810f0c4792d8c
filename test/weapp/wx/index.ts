// The wx that the app meets. What is not here is undefined, as a member that a phone does not know.
// wx.cloud is given to those who ask for it: see cloud.ts.

import type { Pages } from '../pages'
import { type Api, type Kit, synchronous } from './convention'
import { createEvents, type Events } from './events'
import { filesApi } from './files'
import { measuringApi } from './measuring'
import { navigationApi } from './navigation'
import { networkApi } from './network'
import { storageApi } from './storage'
import { surroundingsApi } from './surroundings'

export interface Launch {
  path: string
  query: Record<string, string>
  scene: number
  referrerInfo: object
}

export interface WxParts {
  kit: Kit
  pages: Pages
  launch(): Launch
  extra(kit: Kit): Api
}

export function createWx({ kit, pages, launch, extra }: WxParts): { wx: Api; events: Events } {
  const events = createEvents(kit)
  const wx: Api = {
    ...events.api,
    ...networkApi(kit),
    ...storageApi(kit),
    ...filesApi(kit),
    ...surroundingsApi(kit, events),
    ...navigationApi(kit, pages),
    ...measuringApi(kit, pages),
    getLaunchOptionsSync: synchronous(kit, 'getLaunchOptionsSync', launch),
    getEnterOptionsSync: synchronous(kit, 'getEnterOptionsSync', launch),
    canIUse: (schema: string) => (schema.split('.')[0] ?? '') in wx,
  }
  return { wx: Object.assign(wx, extra(kit)), events }
}
