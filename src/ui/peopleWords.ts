/** The words of the screen on which admins manage officials. */
import type { PersonView } from '@/contract/people'
import { type Words, w } from './word'

export const peopleWords = {
  add: w('添加工作人员', 'Add an official'),
  allUnits: w('全部单位', 'All units'),
  unit: w('单位', 'Unit'),
  account: w('账号', 'Account'),
  accountHint: w('小写字母或数字', 'Small letters, digits'),
  name: w('真实姓名', 'Real name'),
  duties: w('职责', 'Duties'),
  duty: {
    answer: w('承办答复', 'Answers'),
    dispatch: w('受理转办', 'Dispatches'),
    author: w('撰稿', 'Writes news'),
    review: w('复核审核', 'Reviews'),
    sign: w('单位负责人', 'Heads the unit'),
    admin: w('管理员', 'Administrator'),
  } satisfies Record<PersonView['duties'][number], Words>,
  save: w('保存', 'Save'),
  password: w('初始密码', 'First password'),
  passwordNote: w(
    '只显示这一次。请当面交给{name}，不要用微信或短信发送。',
    'Shown this once. Hand it to {name} in person, not by message.',
  ),
  kept: w('我已抄好', 'I have it'),
  change: w('修改资料', 'Change'),
  changeNote: w(
    '换单位后，本人要重新登录，手上的工单退回原单位。',
    'Who moves to another unit is signed out, and their tickets go back to the old one.',
  ),
  renew: w('重置密码和验证码', 'New password and codes'),
  renewAsk: w(
    '{name}的所有设备会马上退出，要用新的初始密码登录，并重新设验证码。',
    'All devices of {name} are signed out at once; the new first password is needed, and codes are set up anew.',
  ),
  end: w('停用账号', 'End the account'),
  endAsk: w(
    '{name}会马上退出，不能再登录，手上的工单退回本单位。停用后不能恢复，账号也不再使用。',
    '{name} is signed out at once and for good, and their tickets go back to the unit. This cannot be undone, and the account is never used again.',
  ),
  codesOn: w('已设验证码', 'Codes set up'),
  codesOff: w('未设验证码', 'No codes yet'),
  given: w('还没改初始密码', 'First password still in use'),
  sample: w('示例', 'Sample'),
  ended: w('{at} 停用', 'Ended {at}'),
  devices: w('设备', 'Devices'),
  noDevices: w('还没有登录过。', 'Never signed in.'),
  waiting: w('等待同意的设备', 'Devices that wait'),
  waitingNote: w('请先和本人核对识别号，再点“同意”。', 'Check the mark with the person first.'),
  refuse: w('不同意', 'Refuse'),
  yes: w('确定', 'Yes'),
} as const
