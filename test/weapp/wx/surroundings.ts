// What the phone knows about itself, its sensors and dialogs, and calls that only leave a trace in the record.

import { randomBytes } from 'node:crypto'
import { type Device, fail, type PhoneFile } from '../device'
import { type Api, asynchronous, type Kit, type Options, synchronous } from './convention'
import type { Events } from './events'
import { OWN } from './files'

// Nothing of these can be seen without a screen: that they were called, and with what, is in the record.
const TRACED = `showToast hideToast showLoading hideLoading stopPullDownRefresh pageScrollTo hideKeyboard previewImage
  previewMedia makePhoneCall openLocation openSetting showShareMenu hideShareMenu updateShareMenu vibrateShort
  vibrateLong setKeepScreenOn setNavigationBarColor setBackgroundColor setBackgroundTextStyle saveImageToPhotosAlbum
  openDocument shareFileMessage checkSession authorize`.split(/\s+/)

export function surroundingsApi(kit: Kit, events: Events): Api {
  const traced = TRACED.map((name) => [name, asynchronous(kit, name, () => undefined)])
  return {
    ...Object.fromEntries(traced),
    ...infoApi(kit),
    ...askingApi(kit),
    ...mediaApi(kit),
    ...programApi(kit, events),
  }
}

function infoApi(kit: Kit): Api {
  const { device } = kit
  const all = () => ({ ...windowOf(device), ...deviceOf(device), ...appBaseOf(device) })
  const top = () => device.settings.statusBarHeight + 4
  const menuButton = () => ({
    ...{ width: 87, height: 32, top: top(), bottom: top() + 32 },
    ...{ left: device.settings.windowWidth - 97, right: device.settings.windowWidth - 10 },
  })
  return {
    env: { USER_DATA_PATH: OWN },
    getWindowInfo: synchronous(kit, 'getWindowInfo', () => windowOf(device)),
    getDeviceInfo: synchronous(kit, 'getDeviceInfo', () => deviceOf(device)),
    getAppBaseInfo: synchronous(kit, 'getAppBaseInfo', () => appBaseOf(device)),
    getSystemInfoSync: synchronous(kit, 'getSystemInfoSync', all),
    getSystemInfo: asynchronous(kit, 'getSystemInfo', all),
    getSystemSetting: synchronous(kit, 'getSystemSetting', () => ({ locationEnabled: true, wifiEnabled: true })),
    getMenuButtonBoundingClientRect: synchronous(kit, 'getMenuButtonBoundingClientRect', menuButton),
    getNetworkType: asynchronous(kit, 'getNetworkType', () => ({
      networkType: device.network.offline ? 'none' : 'wifi',
    })),
    getAccountInfoSync: synchronous(kit, 'getAccountInfoSync', () => ({
      miniProgram: { appId: 'wx0123456789abcdef', envVersion: 'develop', version: '' },
    })),
  }
}

function windowOf({ settings }: Device) {
  const { windowWidth, windowHeight, statusBarHeight, pixelRatio } = settings
  return {
    ...{ pixelRatio, windowWidth, windowHeight, statusBarHeight, screenTop: 0 },
    ...{ screenWidth: windowWidth, screenHeight: windowHeight },
    safeArea: {
      ...{ left: 0, right: windowWidth, top: statusBarHeight, bottom: windowHeight },
      ...{ width: windowWidth, height: windowHeight - statusBarHeight },
    },
  }
}

function deviceOf({ settings: { platform } }: Device) {
  return {
    platform,
    brand: platform,
    model: platform,
    system: `${platform} 17`,
    benchmarkLevel: 40,
    memorySize: '4096',
  }
}

function appBaseOf({ settings }: Device) {
  const { theme, language, SDKVersion, fontSizeSetting, fontSizeScaleFactor } = settings
  return { theme, language, SDKVersion, fontSizeSetting, fontSizeScaleFactor, version: '8.0.50', enableDebug: false }
}

/** A person's answers. The test changes them with phone.answer(name, …). */
function askingApi(kit: Kit): Api {
  const clipboard = { data: '' }
  const denied = () => fail('auth deny')
  const cancelled = () => fail('cancel')
  const subscribe = ({ tmplIds }: Options) =>
    Object.fromEntries((Array.isArray(tmplIds) ? tmplIds : []).map((id) => [id, 'accept']))
  const asks: Record<string, (options: Options) => unknown> = {
    login: () => ({ code: 'code-of-this-phone' }),
    showModal: () => ({ confirm: true, cancel: false }),
    showActionSheet: ({ itemList }) =>
      Array.isArray(itemList) && itemList.length > 6 ? fail('itemList must not exceed 6') : { tapIndex: 0 },
    getLocation: denied,
    chooseLocation: cancelled,
    scanCode: cancelled,
    getSetting: () => ({ authSetting: {} }),
    getRandomValues: ({ length }) => ({ randomValues: new Uint8Array(randomBytes(Number(length))).buffer }),
    requestSubscribeMessage: subscribe,
    setClipboardData: ({ data }) => {
      clipboard.data = String(data)
    },
    getClipboardData: () => clipboard,
  }
  return Object.fromEntries(Object.entries(asks).map(([name, ask]) => [name, asynchronous(kit, name, ask)]))
}

function mediaApi(kit: Kit): Api {
  const { files } = kit.device
  return {
    chooseMedia: asynchronous(kit, 'chooseMedia', (options) => chooseMedia(files, options)),
    compressImage: asynchronous(kit, 'compressImage', ({ src }) =>
      files.has(String(src)) ? { tempFilePath: src } : fail('file not found'),
    ),
    getImageInfo: asynchronous(kit, 'getImageInfo', ({ src }) => {
      const file = files.get(String(src))
      return file ? { path: src, width: file.width, height: file.height, type: 'jpeg' } : fail('file not found')
    }),
  }
}

function chooseMedia(files: Device['files'], { count = 9, mediaType = ['image', 'video'] }: Options): unknown {
  const wanted = mediaType as string[]
  const chosen = [...files].filter(
    ([, { kind }]) => wanted.includes(kind) || (wanted.includes('mix') && /image|video/.test(kind)),
  )
  if (chosen.length === 0) return fail('cancel')
  const tempFiles = chosen.slice(0, Number(count)).map(([tempFilePath, file]) => describeMedia(tempFilePath, file))
  return {
    type: new Set(tempFiles.map(({ fileType }) => fileType)).size > 1 ? 'mix' : tempFiles[0]?.fileType,
    tempFiles,
  }
}

function describeMedia(tempFilePath: string, { bytes, kind, width, height, seconds }: PhoneFile) {
  const about = { tempFilePath, size: bytes.length, fileType: kind, width, height }
  return kind === 'video' ? { ...about, duration: seconds, thumbTempFilePath: `${tempFilePath}.thumb.jpg` } : about
}

function programApi(kit: Kit, events: Events): Api {
  const updates = ['onCheckForUpdate', 'onUpdateReady', 'onUpdateFailed']
  const update = Object.fromEntries(
    updates.map((name) => [name, (listener: (value: unknown) => void) => events.on(name, listener)]),
  )
  const applyUpdate = synchronous(kit, 'applyUpdate', () => undefined)
  return {
    nextTick: (call: () => void) => kit.realm.later('nextTick', call),
    getUpdateManager: () => ({ ...update, applyUpdate }),
    reportEvent: synchronous(kit, 'reportEvent', () => undefined),
  }
}
