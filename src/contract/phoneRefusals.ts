/** The sentences of refusal that phones say themselves: before they ask, and when nobody answers. */
export const CODES = ['invalid', 'forbidden', 'not-found', 'conflict', 'too-many', 'unavailable', 'failed'] as const
export type Code = (typeof CODES)[number]
export type Lang = 'zh' | 'en'

export type Sentence = { code: Code; zh: string; en: string }
export const say =
  (code: Code) =>
  (zh: string, en: string): Sentence => ({ code, zh, en })
export const invalid = say('invalid')
export const forbidden = say('forbidden')
export const missing = say('not-found')
export const conflict = say('conflict')
export const tooMany = say('too-many')

export const PHONE_REFUSALS = {
  // The call itself
  malformed: invalid(
    '这次请求的格式不对，请返回重试。',
    'The request was not understood. Please go back and try again.',
  ),
  'body-large': invalid('内容太大，无法接收。', 'This is too large to receive.'),
  'unknown-action': missing('没有这项功能，请更新后再试。', 'There is no such function. Please update and try again.'),
  'signed-out': forbidden('请先登录。', 'Please sign in first.'),
  'not-allowed': forbidden('您没有办理此事的权限。', 'You are not allowed to do this.'),
  'too-often': tooMany('操作太频繁，请过几分钟再试。', 'Too many tries. Please wait a few minutes.'),
  unreachable: say('unavailable')(
    '网络不通，内容还在，请稍后再试。',
    'No connection. Nothing is lost; please try again later.',
  ),
  broken: say('failed')(
    '系统出了问题，内容还在，请稍后再试。',
    'Something went wrong. Nothing is lost; please try again.',
  ),

  // Filing
  'text-short': invalid(
    '请再写几个字，至少 5 个字，说清楚是什么事。',
    'Please write a little more: at least 5 characters.',
  ),
  'text-long': invalid('文字太长，最多 2000 字，请删减一些。', 'The text is too long: 2,000 characters at most.'),
  'words-missing': invalid('请写几个字。', 'Please write something.'),
  'category-unknown': invalid('请选择一个类别。', 'Please choose a category.'),
  'place-long': invalid('地点太长，最多 200 字。', 'The place is too long: 200 characters at most.'),
  'name-long': invalid('姓名最多 40 字。', 'The name is too long: 40 characters at most.'),
  'phone-wrong': invalid(
    '电话号码不对，请检查，也可以不填。',
    'The phone number looks wrong. Please check it, or leave it empty.',
  ),
  'photos-many': invalid('最多放 9 张照片。', 'Nine photos at most.'),
  'clips-many': invalid('录音和视频最多 4 段，视频最多 1 段。', 'Four recordings at most, of these one video.'),
  'clip-missing': missing('有录音或视频没有传好，请重新上传。', 'A recording did not arrive. Please upload it again.'),
  'behalf-name': invalid('请写要帮的人怎么称呼。', 'Please give the name of the person you help.'),
  'unit-unknown': invalid('请选择单位。', 'Please choose a unit.'),
  'photo-missing': missing('有照片没有传好，请重新上传。', 'A photo did not arrive. Please upload it again.'),

  // Photos
  'photo-large': invalid('照片超过 10 MB，请换一张小一点的。', 'The photo is over 10 MB. Please choose a smaller one.'),
  'photo-pixels': invalid(
    '照片尺寸太大（超过 4000 万像素），请换一张。',
    'The photo has over 40 megapixels. Please choose another.',
  ),
  'photo-heic': invalid(
    '这是苹果手机的 HEIC 格式，暂时打不开。请在“设置-相机-格式”里选“兼容性最佳”再拍，或先截屏再上传。',
    'This is a HEIC picture, which we cannot open. Choose Settings, Camera, Formats, Most Compatible and take it again, or send a screenshot.',
  ),
  'photo-type': invalid(
    '这个文件不是照片，请选 JPG、PNG 或 WebP 图片。',
    'This file is not a photo. Please choose a JPG, PNG or WebP picture.',
  ),
  'photo-broken': invalid('照片不完整，打不开，请重新选一张。', 'The photo is incomplete. Please choose it again.'),

  // Voice and video
  'clip-large': invalid(
    '录音或视频太大，请录短一点。视频最多 40 MB。',
    'The recording is too large. Please make it shorter: 40 MB at most for a video.',
  ),
  'clip-long': invalid('录音最长 60 秒，视频最长 30 秒。', 'A voice note may last 60 seconds, a video 30.'),
  'clip-type': invalid(
    '这种录音或视频打不开，请换一段。',
    'This kind of recording cannot be opened. Please choose another.',
  ),
  'clip-broken': invalid('录音或视频不完整，请重新录一段。', 'The recording is incomplete. Please record it again.'),

  // Drafts on the phone
  'draft-gone': conflict(
    '这份草稿已经不在了，可能在别的窗口丢掉或送出了。请返回，重新打开。',
    'This draft is gone; it may have been thrown away or sent in another window. Please go back and open it again.',
  ),
  'phone-full': say('unavailable')(
    '手机存储空间满了，刚才的内容没有存下来。请删掉一些照片或文件，再试一次。',
    'This phone is full, so the last change is not saved. Please free some room and try again.',
  ),
  'keeps-nothing': say('unavailable')(
    '这个浏览器不保存内容。没看到编号以前，请不要关掉这一页。',
    'This browser keeps nothing. Please do not close this page before you see the number.',
  ),
  'media-gone': missing(
    '有一张照片或一段录音没能存到手机里，请移除后重新添加。',
    'A photo or recording could not be saved on this phone. Please remove it and add it again.',
  ),

  // Elsewhere on phones
  'wechat-login': say('unavailable')(
    '微信登录没有成功，内容还在，请再试一次。',
    'WeChat could not sign you in. Nothing is lost; please try again.',
  ),
  'release-missing': missing('没有找到这条内容，可能已经撤下。', 'This cannot be found; it may have been taken down.'),
} as const satisfies Record<string, Sentence>
export type PhoneReason = keyof typeof PHONE_REFUSALS

/** Not `Object.hasOwn`, here and in all that runs on phones: WeChat on older ones lacks it. */
export const isPhoneReason = (text: string): text is PhoneReason => Object.keys(PHONE_REFUSALS).includes(text)
