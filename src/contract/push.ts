import * as v from 'valibot'
import { action } from './action'

export const push = {
  /** A message that WeChat's server pushes to us. What nobody here understands is taken and forgotten, as WeChat expects. */
  'push.receive': action(
    ['wechat'],
    v.looseObject({ MsgType: v.string(), Event: v.exactOptional(v.string()) }),
    v.object({}),
  ),
}
