/** What the privacy declaration in the console must name, against what the scripts call (facts of PrivacyAuthorize). */
import { readFileSync } from 'node:fs'
import * as v from 'valibot'
import type { Build } from './build'
import { usesOf } from './interfaces'
import type { Finding, Rule } from './rule'

const LIST = 'cloud/privacy.json'
const LONGEST_TEXT = 30

/** The name in the console's form → the interfaces, button kinds and field kinds that need it ticked. */
const DECLARED: Record<string, string[]> = {
  手机号: ['getPhoneNumber', 'getRealtimePhoneNumber'],
  位置信息: [
    'getLocation',
    'getFuzzyLocation',
    'startLocationUpdate',
    'startLocationUpdateBackground',
    'moveToLocation',
  ],
  选择的位置: ['chooseLocation', 'choosePoi'],
  照片视频: ['chooseMedia', 'chooseImage', 'chooseVideo'],
  文件: ['chooseMessageFile'],
  昵称头像: ['chooseAvatar', 'getUserProfile', 'getUserInfo'],
  麦克风: ['getRecorderManager', 'startRecord', 'joinVoIPChat'],
  摄像头: ['createCameraContext', 'createVKSession'],
  相册仅写入: ['saveImageToPhotosAlbum', 'saveVideoToPhotosAlbum'],
  日历仅写入: ['addPhoneCalendar', 'addPhoneRepeatCalendar'],
  剪切板: ['setClipboardData', 'getClipboardData'],
  车牌: ['chooseLicensePlate'],
  地址: ['chooseAddress'],
  微信运动步数: ['getWeRunData'],
  通讯录仅写入: ['addPhoneContact'],
}
/** These are asked for by a button's open-type, which is a word in the scripts and not a call. */
const BY_BUTTON = ['getPhoneNumber', 'getRealtimePhoneNumber', 'chooseAvatar']

/** What app.json must name in requiredPrivateInfos. */
const LOCATION = [
  ...['getFuzzyLocation', 'getLocation', 'onLocationChange', 'startLocationUpdate', 'startLocationUpdateBackground'],
  ...['chooseLocation', 'choosePoi', 'chooseAddress'],
]

const List = v.array(
  v.strictObject({
    api: v.string(),
    declares: v.string(),
    why: v.pipe(v.string(), v.nonEmpty(), v.regex(/\p{Script=Han}/u)),
  }),
)
const AppJson = v.object({
  requiredPrivateInfos: v.optional(v.array(v.string()), []),
  permission: v.optional(v.record(v.string(), v.object({ desc: v.string() })), {}),
})

const appJson = (build: Build) => v.parse(AppJson, build.json('app.json'))

export const privacy: Rule[] = [
  {
    name: `what ${LIST} declares is what the scripts use`,
    source: 'user-privacy/PrivacyAuthorize',
    needs: 'files',
    check(build) {
      const list = v.parse(List, JSON.parse(readFileSync(LIST, 'utf8')))
      const used = privateUses(build)
      return [
        ...used
          .filter(({ name }) => !list.some(({ api }) => api === name))
          .map(({ file, line, name, thing }) => ({ file, line, thing: `${name} is not in ${LIST}: ${thing}` })),
        ...list
          .filter(({ api }) => !used.some(({ name }) => name === api))
          .map(({ api }) => ({ file: LIST, thing: `${api} is declared and never used` })),
        ...list
          .filter(({ api, declares }) => !DECLARED[declares]?.includes(api))
          .map(({ api, declares }) => ({ file: LIST, thing: `${api} is not declared as ${declares}` })),
      ]
    },
  },
  {
    name: 'requiredPrivateInfos names the location interfaces that are used',
    source: 'api/location, app.json',
    needs: 'files',
    check(build) {
      const { requiredPrivateInfos: named } = appJson(build)
      const used = [...new Set(usesOf(build, LOCATION).map(({ name }) => name))]
      const finding = (thing: string): Finding => ({ file: 'app.json', line: 1, thing })
      return [
        ...used.filter((name) => !named.includes(name)).map((name) => finding(`${name} is used and not named`)),
        ...named.filter((name) => !LOCATION.includes(name)).map((name) => finding(`${name} is no such interface`)),
        ...named
          .filter((name) => LOCATION.includes(name) && !used.includes(name))
          .map((name) => finding(`${name} is named and never used`)),
        ...(named.includes('getFuzzyLocation') && named.includes('getLocation')
          ? [finding('getFuzzyLocation and getLocation exclude each other')]
          : []),
      ]
    },
  },
  {
    name: `each permission is explained, in at most ${LONGEST_TEXT} characters`,
    source: 'app.json permission',
    needs: 'files',
    check: (build) =>
      Object.entries(appJson(build).permission)
        .filter(([, { desc }]) => desc.trim() === '' || [...desc].length > LONGEST_TEXT)
        .map(([scope, { desc }]) => ({ file: 'app.json', line: 1, thing: `${scope}: ${[...desc].length} characters` })),
  },
]

function privateUses(build: Build) {
  const calls = usesOf(build, Object.values(DECLARED).flat())
  // The names of all open-types are in Taro's own list; ours stand in the pages' and the shared scripts.
  const own = build.ending('.js').filter((file) => !['taro.js', 'vendors.js', 'runtime.js'].includes(file))
  const buttons = own.flatMap((file) =>
    BY_BUTTON.filter((kind) => new RegExp(`["'|]${kind}["'|]`).test(build.text(file))).map((name) => ({
      ...{ name, file, line: 1, thing: `open-type ${name}` },
    })),
  )
  return [...calls, ...buttons]
}
