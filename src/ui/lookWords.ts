/** The words of what is shown while somebody writes a filing: what there is already. */
import { w } from './word'

export const lookWords = {
  likely: w('看起来像是', 'It sounds like'),
  near: w('附近有人反映过', 'Somebody nearby has reported'),
  alike: w('有人反映过差不多的事', 'Somebody has reported something like it'),
  metres: w('约 {n} 米', 'about {n} m'),
  daysAgo: w('{n} 天前', '{n} days ago'),
  followers: w('{n} 人关注', 'followed by {n}'),
  follow: w('关注这一件', 'Follow this one'),
  following: w('正在关注…', 'Following…'),
  followHint: w('关注后不用再写，办好了您也看得到。', 'Then you need not write: you see it when it is solved.'),
  followed: w('您已经关注这一件', 'You follow this one'),
  other: w('我的不一样', 'Mine is different'),

  done: w('已经关注，进展在“办件”里看。', 'You follow it now. See “Tickets” for its progress.'),
  doneAsk: w('您写到一半的这一件，怎么办？', 'What about the one you were writing?'),
  keep: w('先留着', 'Keep it for later'),
  discard: w('不要了', 'Throw it away'),
  goOn: w('接着写', 'Go on writing'),

  answered: w('这件事有答复了', 'This has been answered'),
  asked: w('{n} 人问过', 'Asked by {n}'),
  read: w('看答复', 'Read the answer'),
  asking: w('很多人在问同一件事', 'Many ask about the same thing'),
  join: w('和他们一起等统一答复', 'Wait for one answer with them'),
  joined: w(
    '提交后和大家一起收到统一答复，更正了也会告诉您。',
    'Once sent, you get the one answer for all, and its corrections.',
  ),
  alone: w('我的情况不同，单独反映', 'Mine is different: report it alone'),
}
