/** What is said around the form of a filing: drafts, danger, numbers in the words, sending, privacy. */
import { w } from './word'

export const draftWords = {
  resumed: w('接着上次没写完的', 'Going on with what you had not finished'),
  another: w('写新的', 'Start anew'),
  discard: w('丢掉', 'Discard'),
  discardAsk: w('丢掉这份没写完的？', 'Throw this draft away?'),
  discardNote: w('写的字和照片都会删掉，找不回来。', 'Its words and photos are deleted for good.'),
  keep: w('留着', 'Keep it'),
  gone: w('这份草稿已经不在这部手机上了。', 'This draft is no longer on this phone.'),
  offline: w(
    '现在没有网络。可以照常写，提交后会存好，有网络时自动发送。',
    'No connection. Go on as usual: it is kept, and sent when there is a network.',
  ),
  never: w(
    '第一次打开需要网络。现在着急，可以直接打电话。',
    'The first time, this needs a network. If it is urgent, please call.',
  ),
}

export const dangerWords = {
  title: w('如果现在有人有危险，请先打电话', 'If anybody is in danger now, call first'),
  found: w('您提到了“{word}”。写的内容都在，不会丢。', 'You mentioned “{word}”. Nothing you wrote is lost.'),
  go: w('没有危险，继续写', 'No danger, go on writing'),
  police: w('报警', 'Police'),
  fire: w('火警', 'Fire'),
  ambulance: w('急救', 'Ambulance'),
}

/** Numbers in the words that others might misuse. */
export const privateWords = {
  title: w('您写的内容里有个人号码', 'There are personal numbers in your words'),
  phone: w('手机号', 'Phone number'),
  identity: w('身份证号', 'Identity number'),
  bank: w('银行卡号', 'Bank card number'),
  plate: w('车牌号', 'Number plate'),
  drop: w('去掉这些号码', 'Remove these numbers'),
  keep: w('就这样发（办理人员能看到）', 'Send as it is (those who handle it will see them)'),
}

export const sendingWords = {
  title: w('正在提交', 'Sending'),
  voice: w('第 {n} 段录音', 'Voice note {n}'),
  video: w('视频', 'Video'),
  queued: w('已存好', 'Kept'),
  keeping: w('正在存…', 'Being kept…'),
  media: w('正在传照片和录音…', 'Sending photos and recordings…'),
  filing: w('正在送到民呼办公室…', 'On its way to the desk…'),
  notYet: w('看到编号，才算送到。', 'It has arrived once you see a number.'),
  kept: w('已存好，还没有送出', 'Kept, not sent yet'),
  auto: w('不会丢，有网络时自动发送。', 'Nothing is lost: it is sent by itself when there is a network.'),
  now: w('现在再试', 'Try now'),
  home: w('回首页', 'Home'),
  change: w('改一改', 'Change it'),
  tried: w(
    '已经发出过一次，可能已经送到，所以现在不能改。送到后可以补充。',
    'It was sent once and may have arrived, so it cannot be changed now. You can add to it once it has arrived.',
  ),
}

export const collectedWords = {
  title: w('我们收集什么、为什么', 'What we collect, and why'),
  parts: [
    w(
      '收集什么：您写的话、照片和录音、地点；您愿意留的姓名和电话。照片里的拍摄位置会自动去掉。',
      'What: your words, photos and recordings, the place; name and phone if you give them. The position inside photos is removed.',
    ),
    w('为什么：只为把这件事办好、回复您。', 'Why: only to handle this and to answer you.'),
    w(
      '谁能看到：区民呼办公室和办理单位。选“只让民呼办公室知道”或“匿名”，办理单位看不到您是谁。',
      'Who sees it: the desk and the unit that handles it. With “Desk only” or “Anonymous” the unit does not see who you are.',
    ),
    w(
      '存多久：没提交的只存在您的手机里，随时可以丢掉；提交后按政务档案的规定保存。',
      'How long: what you have not sent is only on your phone, and you can throw it away; what you sent is kept as the rules on public records say.',
    ),
    w(
      '您的权利：可以查看、更正、要一份复制件，也可以要求删除。请打 {hotline}，或在办件里告诉我们。',
      'Your rights: to see it, correct it, have a copy, or ask for it to be deleted. Call {hotline}, or tell us in your ticket.',
    ),
  ],
}
