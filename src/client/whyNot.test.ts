import { privateKind } from './privacy'
import { whyNot } from './whyNot'

jest.mock('@tarojs/taro', () => ({}))

test.each([
  ['refused', { errMsg: 'chooseMedia:fail privacy permission is not authorized', errno: 104 }],
  ['refused', { errMsg: 'chooseMedia:fail privacy permission is not authorized' }],
  ['refused', { errMsg: 'getLocation:fail', errno: 103 }],
  ['refused', { errMsg: 'getLocation:fail auth deny' }],
  ['refused', { errMsg: 'chooseMedia:fail:system permission denied' }],
  ['refused', { errMsg: 'getLocation:fail User denied Geolocation' }],
  ['cancelled', { errMsg: 'chooseMedia:fail cancel' }],
  ['failed', { errMsg: 'chooseMedia:fail api scope is not declared in the privacy agreement', errno: 112 }],
  ['failed', { errMsg: 'chooseMedia:fail appid privacy api banned' }],
  ['failed', new Error('anything else')],
  ['failed', undefined],
] as const)('%s: %j', (why, error) => {
  expect(whyNot(error)).toBe(why)
})

test.each([
  ['photos', 'chooseMedia'],
  ['photos', 'wx.chooseImage'],
  ['voice', 'startRecord'],
  ['voice', 'RecorderManager.start'],
  ['here', 'getLocation'],
  ['place', 'chooseLocation'],
  ['clipboard', 'setClipboardData'],
  ['other', 'something new'],
] as const)('%s is what %s is about to use', (what, referrer) => {
  expect(privateKind(referrer)).toBe(what)
})
