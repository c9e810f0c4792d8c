// WeChat's question before it gives what is private. What the base library checks is checked here: that somebody is
// asked, and that the button for agreeing was really tapped.

import { type Failure, fail, isOlder, noteError } from '../device'
import { type Api, asynchronous, type Kit, type Options, synchronous } from './convention'

const SINCE = '2.32.3'
const PRIVATE = new Set([
  ...['chooseMedia', 'chooseImage', 'chooseVideo', 'chooseMessageFile', 'getLocation', 'getFuzzyLocation'],
  ...['chooseLocation', 'choosePoi', 'startRecord', 'setClipboardData', 'getClipboardData', 'requirePrivacyAuthorize'],
])
const REFUSED = 'privacy permission is not authorized'

export function privacyApi(kit: Kit): Api {
  const { device } = kit
  const setting = asynchronous(kit, 'getPrivacySetting', () => ({
    needAuthorization: !device.privacy.agreed,
    privacyContractName: '《民呼用户隐私保护指引》',
  }))
  if (isOlder(device.settings.SDKVersion, SINCE)) return {}
  return {
    getPrivacySetting: setting,
    requirePrivacyAuthorize: asynchronous(kit, 'requirePrivacyAuthorize', () => undefined),
    openPrivacyContract: asynchronous(kit, 'openPrivacyContract', () => undefined),
    onNeedPrivacyAuthorization: synchronous(kit, 'onNeedPrivacyAuthorization', (listener: Kit['asksPrivacy']) => {
      kit.asksPrivacy = listener
    }),
  }
}

/** Why this call may not be made; undefined where it may. Waits for the person, if the app asks them. */
export async function permission(kit: Kit, name: string): Promise<Failure | undefined> {
  const { privacy, settings } = kit.device
  if (!PRIVATE.has(name) || isOlder(settings.SDKVersion, SINCE)) return undefined
  if (privacy.undeclared.includes(name)) return fail('api scope is not declared in the privacy agreement', 112)
  if (privacy.agreed) return undefined
  if (!kit.asksPrivacy) return byDialog(kit)
  return (await personAgrees(kit, name)) ? undefined : fail(REFUSED)
}

function byDialog({ device: { privacy } }: Kit): Failure | undefined {
  privacy.agreed = privacy.dialog === 'agree'
  return privacy.agreed ? undefined : fail(REFUSED, 104)
}

function personAgrees(kit: Kit, referrer: string): Promise<boolean> {
  const { privacy } = kit.device
  return new Promise((answered) => {
    const resolve = (answer: Options) => {
      kit.device.calls.push({ name: `privacy ${String(answer.event)}`, options: { ...answer } })
      if (answer.event === 'exposureAuthorization') return
      if (answer.event === 'agree') privacy.agreed = wasTapped(kit, String(answer.buttonId))
      answered(answer.event === 'agree' && privacy.agreed)
    }
    kit.realm.guard('onNeedPrivacyAuthorization', () => kit.asksPrivacy?.(resolve, kit.realm.adopt({ referrer })))
    kit.device.pulse += 1
  })
}

function wasTapped({ device }: Kit, id: string): boolean {
  const tapped = device.privacy.tapped.has(id)
  if (!tapped) noteError(device, `the app says that "${id}" agreed, and no such button was tapped`)
  return tapped
}
