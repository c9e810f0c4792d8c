/**
 * Every sentence the API refuses with, in both languages. Schemas and rules name a reason; the reply carries the code
 * a program reads and the sentence a person reads. Here and not in ui/words.ts, because the server says them too.
 */
import {
  conflict,
  forbidden,
  invalid,
  type Lang,
  missing,
  PHONE_REFUSALS,
  type Sentence,
  tooMany,
} from './phoneRefusals'

/** `{name}` is filled in by the one who refuses. */
export const REFUSALS = {
  ...PHONE_REFUSALS,
  // Tickets
  'ticket-missing': missing('没有找到这件工单，请核对编号。', 'No such ticket. Please check the number.'),
  blocked: forbidden(
    '因“{reason}”，您在{until}前不能提交新的诉求。热线电话和紧急通知照常使用；有异议请拨打 {phone}。',
    'Until {until} you cannot send anything new, because of: {reason}. Hotlines and emergency notices stay open to you; to object, call {phone}.',
  ),
  'nobody-to-block': conflict(
    '这件是代为登记的，不能限制。',
    'This was taken down for somebody at a window or on the phone; nobody can be blocked.',
  ),
  'block-long': invalid('最长限制 30 天。', 'At most 30 days.'),
  'number-wrong': invalid('编号不对，请照着回执再输一遍。', 'The number is not right. Please enter it as printed.'),
  'lookup-failed': missing('编号或查询码不对，请核对。', 'The number or the code is not right. Please check both.'),
  'not-yours': forbidden('这件事不归您办理。', 'This is not yours to do.'),
  'not-now': conflict('工单的状态已经变了，现在不能这样操作。', 'The ticket has moved on; this cannot be done now.'),
  'too-late': conflict('已经过了可以这样操作的时间。', 'The time for this is over.'),
  'too-early': conflict('还没有到可以这样操作的时间。', 'It is too early for this.'),
  'only-once': conflict('这项操作只能做一次。', 'This can be done only once.'),
  'not-held': conflict(
    '这里没有待核对的内容，可能刚有人核对过了。',
    'Nothing waits to be checked here; somebody may just have done it.',
  ),
  taken: conflict('{name}刚刚接办了这件工单。', '{name} has just taken this ticket.'),
  changed: conflict(
    '刚才有人更新了这件工单，请看过最新内容再操作。',
    'Someone has just updated this ticket. Please look again.',
  ),
  'needs-words': invalid('请写几个字，或放一张照片。', 'Please write something or add a photo.'),
  'needs-reason': invalid('请写明原因或依据。', 'Please give the reason or the rule.'),
  'needs-evidence': invalid('办结要附现场照片。', 'A photo of the result is needed.'),
  'too-many-days': invalid('延长的天数太多。', 'That is too many days.'),
  'units-many': invalid('协办单位最多 5 个。', 'At most 5 units can help.'),
  'same-unit': invalid('这个单位已经在办理。', 'This unit is already on it.'),
  'not-later': invalid('新的日期要晚于原定期限。', 'The new day must be later than the one promised.'),
  'merged-many': conflict(
    '合并的工单已经很多，请归入热点问题。',
    'Too many are merged already. Please make it a popular issue.',
  ),
  'same-ticket': conflict('这两件不能合并。', 'These two cannot be merged.'),
  'names-other': invalid(
    '这段话群众会看到，请不要写另一件的编号和反映人。',
    'The citizen will read this: please leave out the number of the other ticket and who filed it.',
  ),
  'names-asker': invalid(
    '这份答复也会发给合并办理的其他群众，请删去反映人的姓名、电话和编号。',
    'Others will read this answer too: please leave out the name, phone and number of who asked here.',
  ),
  'not-checked': conflict(
    '这件里有内容待核对或不予展示，不能拆分。',
    'Something in it is held or kept hidden; it cannot be split.',
  ),
  'same-person': conflict('已经在由这位同事办理。', 'This colleague already has it.'),
  'person-missing': invalid('请选择本单位的一位同事。', 'Please choose a colleague of the unit.'),
  'other-ticket-missing': invalid(
    '没有找到另一件工单，请核对编号。',
    'There is no such other ticket. Please check the number.',
  ),
  'no-such-group': missing('没有这组同类问题。', 'There is no such group of questions.'),
  'not-together': conflict(
    '反映工作人员、举报、线索，以及有内容待核对的，不能归入同类问题。',
    'What is about officials, reports, tips, and what is still being checked is not put together with others.',
  ),
  'not-joined': conflict(
    '{no} 不能归入：它已经答复、已经归入别的一组，或者不归您办理。',
    '{no} cannot be put in: it is answered, in another group, or not yours.',
  ),
  'tickets-many': invalid('一次最多归入 200 件。', 'At most 200 at a time.'),
  'edition-moved': conflict(
    '{name}刚刚发了新的统一答复。您写的还在，请看过最新的再发。',
    '{name} has just sent a new answer. What you wrote is still here; please look at the latest first.',
  ),
  'group-names-asker': invalid(
    '这些话很多人会看到，请删去反映人的姓名、电话、编号和原话。',
    'Many people will read this: please leave out the names, phones, numbers and very words of those who asked.',
  ),
  'stars-wrong': invalid('请打 1 到 5 分。', 'Please rate from 1 to 5.'),

  // Reply templates and routing rules
  'slot-open': invalid(
    '还有没填的空：【{slot}】。请填好；如果不是要填的，请不要用【】。',
    'A slot is still open: 【{slot}】. Please fill it in; if it is not one, please leave out 【】.',
  ),
  'nothing-specific': invalid(
    '这段话放在谁的件上都一样，不能办结。请写明这一件的情况：做了什么、在哪里、什么时候、谁办的。',
    'This could be said about any ticket and cannot close one. Please say of this one what was done, where, when and by whom.',
  ),
  'slot-wrong': invalid(
    '【】要成对，中间写空的名字，最多 12 个字。',
    'Brackets 【】 stand in pairs, with a name of at most 12 characters between.',
  ),
  'slot-missing': invalid(
    '答复模板至少留一个要人填的空，例如【办理情况】。',
    'A template for answers needs at least one slot for a person to fill in, such as 【what was done】.',
  ),
  'phrase-missing': missing(
    '没有这个模板，可能刚被删去。',
    'There is no such template; it may just have been removed.',
  ),
  'phrase-moved': conflict(
    '刚才{name}改过这个模板。您写的还在，请看过最新的再保存。',
    '{name} has just changed this template. What you wrote is still here; please look at the latest before saving.',
  ),
  'phrases-full': invalid(
    '模板已经有 {n} 个，请先删去不用的。',
    'There are {n} templates already. Please remove some first.',
  ),
  'rule-missing': missing('没有这条规则，可能刚被删去。', 'There is no such rule; it may just have been removed.'),
  'rules-moved': conflict(
    '刚才{name}改过规则。您这一步没有做，请看过最新的再改。',
    '{name} has just changed the rules. Nothing of yours was done; please look at the latest first.',
  ),
  'rules-full': invalid(
    '规则已经有 {n} 条，请先删去不用的。',
    'There are {n} rules already. Please remove some first.',
  ),
  'rule-unit-empty': invalid(
    '这个单位现在没有办理人员，规则不能指向它。',
    'Nobody answers in this unit at present; a rule cannot lead there.',
  ),
  'circle-wrong': invalid('半径要在 50 米到 30 公里之间。', 'The radius lies between 50 m and 30 km.'),

  'spot-unknown': invalid(
    '编码只能用字母、数字和短横线，2 到 20 位。',
    'A code has 2 to 20 letters, digits and hyphens.',
  ),
  'spot-missing': missing('没有这个编码。', 'There is no such code.'),
  'spot-twice': invalid('编码 {id} 写了两次。', 'The code {id} is there twice.'),
  'unit-concerned': conflict(
    '这件事反映的就是这个单位，不能交给它办理，请交给别的单位。',
    'It is about this very unit and cannot be given to it. Please choose another.',
  ),
  'own-ticket': invalid('这是您自己的办件。', 'This is your own ticket.'),

  // Duty
  'hours-past': conflict(
    '过去的值班时间不能改。今天要调整，请用“特殊日期”。',
    'Hours of the past cannot be changed. For today, set it as a special day.',
  ),
  'hours-wrong': invalid(
    '时间不对：要先开始后结束，前后不能重叠，例如 08:30-12:00。',
    'Each must begin before it ends, one after the other, such as 08:30-12:00.',
  ),
  'hours-many': invalid('设置得太多了，请先删去几条。', 'There are too many. Please remove some first.'),
  'shift-empty': invalid('请选择值班人员。', 'Please choose who is on duty.'),
  'shift-past': conflict('已经过去的班次不能改。', 'A shift that is over cannot be changed.'),
  'span-wrong': invalid('结束要晚于开始，最多七天。', 'It must end after it begins, seven days later at most.'),

  // Publishing
  'content-missing': invalid('还有必填的内容没有写。', 'Something that is needed is not filled in.'),
  'content-long': invalid('内容太长，请删减一些。', 'This is too long. Please shorten it.'),
  'address-wrong': invalid(
    '网址不对，只接受 https:// 开头的网址。',
    'The address is wrong: only https:// addresses are taken.',
  ),
  'appid-wrong': invalid('小程序的 AppID 不对。', 'The AppID of the mini program is wrong.'),
  'channel-unknown': invalid('请选择栏目。', 'Please choose a channel.'),
  'day-wrong': invalid('日期不对。', 'The day is wrong.'),
  'time-wrong': invalid('时间不对。', 'The time is wrong.'),
  'ends-before': invalid('结束时间要晚于开始时间。', 'It must end after it begins.'),
  'expiry-missing': invalid('请写明到什么时候为止。', 'Please say until when it holds.'),
  'already-over': invalid('结束时间已经过了。', 'The time it ends is already past.'),
  'publish-past': invalid('定时发布的时间要在现在以后。', 'The time to publish must lie ahead.'),
  'review-past': invalid('复核日期要在今天或以后。', 'The day of its next review must not be past.'),
  'release-moved': conflict(
    '这条内容的状态已经变了，请看过最新的内容再操作。',
    'This has moved on. Please look at it again.',
  ),
  'own-work': forbidden('自己写的内容要由别人审签。', 'What you wrote is signed by somebody else.'),
  'signed-already': conflict('您已经签过了。', 'You have signed this already.'),
  'not-this-revision': conflict(
    '内容刚被改过，请看过最新的内容再操作。',
    'It has just been changed. Please look at it again.',
  ),
  'signatures-missing': conflict('还缺审签，不能发布。', 'Signatures are still missing.'),
  'private-details': invalid(
    '内容里可能有个人信息（电话、身份证、车牌或卡号），请删去，或确认可以公开。',
    'There may be private details in it (phone, identity, plate or card numbers). Remove them, or confirm that they may be public.',
  ),
  'change-missing': invalid('请写明这次更正了什么。', 'Please say what is corrected.'),
  'menu-number': invalid('菜单编号要在 0 到 9 之间。', 'A menu number lies between 0 and 9.'),
  'menu-twice': invalid('同一级菜单里有两个 {number}。', 'Two entries of one level have the number {number}.'),
  'menu-cycle': invalid('菜单 {name} 绕成了一圈。', 'The menu entry {name} leads back to itself.'),
  'menu-parent': invalid(
    '菜单 {name} 的上一级不存在，或者不是分类。',
    'The menu entry {name} lies under none that is a group.',
  ),

  // Signing in
  'sign-in-failed': forbidden('账号或密码不对。', 'The account or password is wrong.'),
  'device-missing': forbidden(
    '这台设备没有识别信息，请更新或刷新后再登录。',
    'This device does not say which one it is. Please update or reload, then sign in.',
  ),
  'code-wrong': forbidden(
    '验证码不对，或已经用过。请等下一个验证码再试。',
    'The code is wrong, or was used already. Please wait for the next one.',
  ),
  'codes-many': tooMany(
    '验证码错的次数太多，请过 15 分钟再试，或请管理员重置。',
    'Too many wrong codes. Please wait 15 minutes, or ask an administrator to reset it.',
  ),
  locked: forbidden(
    '离开太久，已自动锁定，请输入密码解锁。',
    'Locked while you were away. Enter your password to unlock.',
  ),
  'own-duties': forbidden(
    '自己的职责和单位，请由另一位管理员调整。',
    'Your own duties and unit are changed by another administrator.',
  ),
  'own-password': forbidden('自己的密码请在“我的账号”里修改。', 'Please change your own password under your account.'),
  'password-wrong': forbidden('密码不对。', 'The password is wrong.'),
  'password-short': invalid('新密码至少 10 位。', 'A new password has 10 characters at least.'),
  'password-same': invalid(
    '新密码不能和原来的、和账号一样。',
    'The new password must be another, and not the account.',
  ),
  'offer-over': missing(
    '这个二维码已经用过或过期了，请在电脑上换一个再扫。',
    'This code was used or has expired. Please show a new one on the computer.',
  ),
  'digits-wrong': forbidden(
    '数字不对，这次登录已经作废。请在电脑上换一个二维码再扫。',
    'The digits are wrong, so this sign-in is void. Please show a new code on the computer.',
  ),
  'wechat-unbound': missing('这个微信没有绑定工作人员账号。', 'This WeChat is not bound to an account.'),
  'wechat-taken': conflict('这个微信已经绑定了账号，请先解除。', 'This WeChat is bound already. Remove that first.'),
  'sign-in-again': forbidden(
    '请先退出，再用密码登录一次，然后绑定。',
    'Please sign out, sign in with your password, and bind it then.',
  ),

  // Officials
  'official-missing': missing('没有找到这位工作人员。', 'No such official.'),
  'account-wrong': invalid(
    '账号用小写字母开头，只含小写字母、数字和下划线，2 到 31 位。',
    'An account begins with a small letter and has 2 to 31 small letters, digits and underscores.',
  ),
  'account-taken': conflict(
    '这个账号已经有人用过。账号不能重复使用，请换一个。',
    'This account has been used. Accounts are never used again; choose another.',
  ),
  'name-missing': invalid('请写真实姓名。', 'Please give the real name.'),
  'duties-missing': invalid('请至少选一项职责。', 'Please choose at least one duty.'),
  'last-admin': conflict(
    '这是最后一位管理员，请先让另一位同事管理。',
    'This is the last administrator. Please make a colleague one first.',
  ),
  'official-changed': conflict(
    '这位工作人员的资料刚被改过，请看过最新的再改。',
    'This has just been changed. Please look at it again.',
  ),
  'official-ended': conflict('这个账号已经停用。', 'This account has ended.'),
  'device-gone': missing('没有找到这台设备，可能已经移除。', 'No such device; it may have been removed.'),
  'demo-account': forbidden('演示账号不能在正式环境使用。', 'Demo accounts cannot be used in production.'),
} as const satisfies Record<string, Sentence>

export type Reason = keyof typeof REFUSALS
export const isReason = (text: string): text is Reason => Object.keys(REFUSALS).includes(text)

/** The sentence for a reason in a language; an unknown reason reads as `malformed`. */
export function sentence(reason: string, lang: Lang, names: Record<string, string> = {}): string {
  const text: string = REFUSALS[isReason(reason) ? reason : 'malformed'][lang]
  return text.replace(/\{(\w+)\}/g, (_, key: string) => names[key] ?? '')
}
