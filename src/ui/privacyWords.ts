/** The words about what WeChat asks for before it gives it, in words of our own. */
import type { Private } from '@/client/privacy'
import { type Words, w } from './word'

export const privacyWords = {
  title: w('请您先同意', 'Your consent, please'),
  what: {
    photos: [w('照片和视频', 'Photos and videos'), w('附在您反映的事里，给工作人员看。', 'To go with your report.')],
    voice: [w('麦克风', 'Microphone'), w('您按住说话时录音，代替打字。', 'To record you while you hold to talk.')],
    here: [
      w('您现在的位置', 'Where you are'),
      w('您点一次取一次，用来填写地点。', 'To fill in the place, when you tap.'),
    ],
    place: [w('您在地图上选的地点', 'The place you choose'), w('用来填写地点。', 'To fill in the place.')],
    clipboard: [
      w('剪贴板', 'Clipboard'),
      w('替您复制编号或网址，方便粘贴。', 'To copy a number or an address for you.'),
    ],
    other: [w('这项功能要用的信息', 'What this needs'), w('只用来办您要办的事。', 'Only for what you asked for.')],
  } satisfies Record<Private, [Words, Words]>,
  anyway: w('不同意也能办，只写文字就行。', 'Without it everything works too: words alone are enough.'),
  contract: w('看《用户隐私保护指引》', 'Read the privacy guide'),
  contractFailed: w('现在打不开，请稍后再看。', 'It does not open now. Please try later.'),
  agree: w('同意', 'Agree'),
  disagree: w('不同意', 'No'),
} as const
