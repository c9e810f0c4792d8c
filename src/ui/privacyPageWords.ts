/** The words of the page on what is kept of a person, here and at the district. */
import { w } from './word'

export const privacyPageWords = {
  phone: w('留在这台手机上的', 'Kept on this phone'),
  phoneKeeps: [
    w(
      '没写完、没送到的内容，和里面的照片、录音。送到以后就从手机上删掉。',
      'What you have begun or not yet sent, with its photos and recordings. Once it has arrived it goes from the phone.',
    ),
    w('最近看过的页面，没有网络时也能看。', 'Pages you have read lately, to be read without a network.'),
    w(
      '“问一问”里的对话，保留 7 天。点“清空对话”就删掉。',
      'Your talk under “Ask”, for 7 days. “Clear this talk” removes it.',
    ),
    w('您选的语言和大字模式。', 'Your language, and whether you want large type.'),
  ],
  clear: w('清除这台手机上的草稿', 'Clear the drafts on this phone'),
  clearAsk: w('清除草稿？', 'Clear the drafts?'),
  clearNote: w(
    '草稿里的字、照片和录音都会删掉，找不回来。已经送到的不受影响。',
    'Their words, photos and recordings go and cannot be brought back. What has arrived is not touched.',
  ),
  clearYes: w('清除', 'Clear'),
  clearNo: w('不清除', 'Keep'),
  none: w('这台手机上没有草稿。', 'There are no drafts on this phone.'),
  cleared: w('草稿已清除。', 'The drafts are gone.'),
  left: w(
    '有 {n} 份可能已经送到，没有清除。有结果后会显示在“办件”里。',
    'Drafts that may have arrived were left: {n}. See “Tickets” for what became of them.',
  ),

  district: w('区里保存的', 'Kept by the district'),
  districtKeeps: [
    w(
      '您反映的事：写的话、照片、录音、地点。用来办理。照片里的拍摄地点等信息会自动去掉。',
      'What you report: words, photos, recordings, the place. To handle it. Position data inside photos is removed.',
    ),
    w(
      '您的姓名和电话：您填了才有，方便联系您。匿名时不留。',
      'Your name and phone: only if you give them, to reach you. Anonymous means that none is kept.',
    ),
    w(
      '微信给您的编号：让您能看到自己的办件，别人看不到。',
      'The number WeChat has for you: so that you, and nobody else, see your tickets.',
    ),
    w('没有您的同意，不会公开。', 'Nothing is published without your consent.'),
  ],
  ask: w('想问自己的信息，或者要求删除', 'Ask about your details, or have them erased'),
} as const
