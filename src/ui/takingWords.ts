/** The words for filing in somebody's place at the desk, and of the slip that they are given. */
import type { Ask } from '@/contract'
import type { WhoWords } from './filing/Who'
import { type Words, w } from './word'

type Channel = Ask<'desk.file'>['channel']

export const takingWords = {
  title: w('替人登记', 'File for somebody'),
  intro: w(
    '照着对方说的写，写完念给对方听一遍。对方凭编号和查询码就能查进度，不用手机也行。',
    'Write what the person says and read it back. With the number and the code they can follow it, without a phone of their own.',
  ),
  channel: w('对方在哪里', 'How they reached you'),
  channels: { window: w('在窗口', 'At the window'), phone: w('在电话里', 'On the phone') } satisfies Record<
    Channel,
    Words
  >,
  asker: {
    title: w('反映人', 'Who is asking'),
    choose: w('让谁知道', 'Who may know'),
    notes: {
      shown: w('办理单位能看到姓名和电话，方便联系。', 'The unit sees the name and phone and can call.'),
      hidden: w(
        '办理单位看不到是谁，只有民呼办公室能联系。',
        'The unit does not see who it is; only the desk can call.',
      ),
      anonymous: w(
        '不留姓名和电话，凭编号和查询码查进度。',
        'No name or phone is kept; the number and the code open it.',
      ),
    },
    name: w('姓名（可不填）', 'Name (optional)'),
    phone: w('电话（可不填）', 'Phone (optional)'),
  } satisfies WhoWords,
  spot: w('现场贴的编号（可不填）', 'Code on the spot (optional)'),
  spotHint: w('例如 LAMP-0001', 'Such as LAMP-0001'),
  spotFind: w('查编号', 'Look it up'),
  spotFound: w('{id}：{name}', '{id}: {name}'),
  spotNone: w(
    '没有这个编号，可能已停用。请问清楚，或者只写地点。',
    'No such code, or it is retired. Ask again, or write the place.',
  ),
  danger: w(
    '听起来有危险。请让对方先打 110、119 或 120，或者马上替他打。',
    'This sounds dangerous. 110, 119 or 120 comes first: let them call, or call for them.',
  ),
  photosKept: w('上次已传好 {n} 张照片，会一起提交。', '{n} photos were sent before and go with it.'),
  photosDrop: w('不要这些照片', 'Leave them out'),
  kept: w('上次没有提交的内容已找回。', 'What you had not sent is back.'),
  afresh: w('清空，重新写', 'Clear and start again'),
  submit: w('登记', 'File it'),
  done: w('已登记', 'Filed'),
  print: w('打印回执', 'Print the slip'),
  paper: w('用什么纸', 'Paper'),
  papers: { a5: w('A5 纸', 'A5'), receipt: w('80 毫米小票', '80 mm receipt') },
  printElsewhere: w(
    '打印请在电脑网页上操作。可以把编号和查询码抄给对方。',
    'Printing is done on the computer. You can copy the number and the code out.',
  ),
  another: w('再登记一件', 'File another'),
  look: w('看这件工单', 'Open the ticket'),
  readOut: w('请念给对方听', 'Read this out'),
  reading: w(
    '已经登记了。请您拿笔记一下，编号是：{no}。查询码是：{code}。我再念一遍。',
    'It is filed. Please write this down. The number is: {no}. The code is: {code}. I will say it again.',
  ),
  readingNote: w('一位一位地念，停一停，等对方写好。', 'One by one, with a pause at each comma.'),
  slip: {
    title: w('受理回执', 'Receipt'),
    number: w('编号', 'Number'),
    code: w('查询码', 'Code'),
    what: w('反映的事', 'About'),
    at: w('登记时间', 'Filed'),
    unit: w('现在由谁办', 'Now with'),
    reply: w('人工回复', 'First reply'),
    replyBy: w('{t} 前', 'by {t}'),
    replied: w('已由工作人员受理', 'An official has taken it'),
    replyUnknown: w('值班时间还没有公布，日期待定', 'Opening times are not announced yet; no time can be given'),
    due: w('办理期限', 'Time limit'),
    dueBy: w('{t} 前办完', 'done by {t}'),
    dueUnknown: w('节假日安排还没有公布，期限待定', 'The holiday calendar is not out yet; no date can be given'),
    how: w('怎样查进度', 'How to follow it'),
    scan: w('一、用手机扫下面的码，再输入查询码。', '1. Scan the code below and enter the query code.'),
    web: w('二、打开网页 {url}，输入编号和查询码。', '2. Open {url} and enter the number and the code.'),
    wechat: w(
      '三、在微信里打开“民呼”，点“凭编号查进度”，输入编号和查询码。',
      '3. Open “民呼” in WeChat, tap “凭编号查进度”, enter both.',
    ),
    call: w('四、打 {hotline}，报编号和查询码。', '4. Call {hotline} and say both.'),
    keep: w('查询码请收好，不要给别人。', 'Keep the code to yourself.'),
    qr: w('查进度的二维码', 'The code that leads to this ticket'),
  },
} as const
