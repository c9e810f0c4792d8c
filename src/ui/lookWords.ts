/** The words of what is shown while somebody writes a filing: what there is already. */
import { w } from './word'

export const lookWords = {
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
  unanswered: w('这没有回答我的问题', 'This does not answer mine'),
}
