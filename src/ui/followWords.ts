/** The words of what somebody follows: tickets of others, on the 办件 tab. */
import { w } from './word'

export const followWords = {
  title: w('我关注的', 'What I follow'),
  none: w('您还没有关注别人反映的事。', 'You follow nothing that others filed.'),
  followers: w('{n} 人关注', 'Followed by {n}'),
  answer: w('{unit}答复：', 'Answer of the {unit}:'),
  result: w('{unit}：{result}', '{unit}: {result}'),
  withdrawn: w('反映人已经撤回了这一件。', 'Whoever filed this has withdrawn it.'),
  over: w('您那里要是还没解决，请自己反映一件。', 'If it is not solved for you, please file your own.'),
  own: w('我来反映', 'File my own'),
  leave: w('不再关注', 'Stop following'),
}
