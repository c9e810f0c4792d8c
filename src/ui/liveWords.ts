/** The words of a talk with somebody at the desk: how long it takes, what has just come, and what was said before. */
import { w } from './word'

export const liveWords = {
  left: w('{at} 前有工作人员回复您，还剩 {t}', 'A person replies by {at}: {t} left'),
  came: w('工作人员刚刚回复了，点这里看', 'A reply has just come. Tap to see it'),
  moved: w('这件事有新进展，点这里看', 'Something has happened. Tap to see it'),
  answered: w(
    '刚刚有了新答复，请先看上面。您写的还在这里；如果没有解决，再送出。',
    'An answer has just come: please read it first. Your words are still here, to be sent if it is not solved.',
  ),
  closed: w(
    '这件事已经结束，不能再补充。您写的还在这里，可以抄下来另外反映。',
    'This has ended and takes nothing more. Your words are still here: copy them to file anew.',
  ),
  talk: w('与助手的对话（{n} 句）', 'Talk with the assistant ({n} lines)'),
  me: w('我', 'Me'),
  asker: w('群众', 'Citizen'),
  program: w('助手', 'Assistant'),
} as const
