import * as v from 'valibot'
import { action } from './action'

/** A message that WeChat's server pushes. What nobody here understands is taken and forgotten, as WeChat expects. */
const Pushed = v.looseObject({ MsgType: v.string(), Event: v.exactOptional(v.string()) })

export const push = {
  /** From the mini program: what happened in it, and its customer service chat, which is answered by messages of its own. */
  'push.receive': action(['wechat'], Pushed, v.object({})),
  /** From the official account. `reply`: a text for whoever wrote. `again`: there is none yet; to be asked once more. */
  'push.account': action(
    ['wechat'],
    Pushed,
    v.object({ reply: v.exactOptional(v.string()), again: v.exactOptional(v.boolean()) }),
  ),
}
