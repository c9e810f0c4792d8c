/** What is done with a ticket at the desk beside answering it: the buttons, and the boxes they open. */
import { w } from './word'

export const handlingWords = {
  more: w('更多操作', 'More'),
  quick: w('点一下就发出去', 'Sent with one tap'),
  act: {
    note: w('内部备注', 'Internal note'),
    'hand-over': w('移交同事', 'Hand over'),
    'hand-back': w('交回单位', 'Hand back'),
    delay: w('告知延迟', 'Say it is late'),
    merge: w('合并办理', 'Merge'),
    unmerge: w('取消合并', 'Unmerge'),
    split: w('拆分', 'Split'),
  },
  write: {
    note: w('备注内容', 'Your note'),
    'hand-over': w('给同事的话（可不填）', 'A word for your colleague (optional)'),
    'hand-back': w('交回的原因（可不填）', 'Why it is handed back (optional)'),
    delay: w('为什么会晚', 'Why it will be late'),
    merge: w('告诉群众为什么合并', 'Tell the citizen why'),
    split: w('另办的是什么事', 'What the other matter is'),
  },
  pickColleague: w('移交给谁', 'To whom'),
  noColleague: w(
    '本单位没有别的同事可以接手，可以交回单位。',
    'Nobody else of the unit can take it; hand it back instead.',
  ),
  handOverNote: w(
    '群众会看到由谁办理；下面这段话只有工作人员看得到。',
    'The citizen sees who has it. What you write below only officials will read.',
  ),
  handBackNote: w(
    '工单回到本单位待接办。这段话只有工作人员看得到。',
    'It waits in the unit for somebody to take it. Only officials will read this.',
  ),
  until: w('预计哪天办好', 'Expected by'),
  delayNote: w(
    '群众会看到这个日期和原因。原定期限不变，超期照样计算。',
    'The citizen will read the day and the reason. The promised day stays, and late is late.',
  ),
  other: w('合并到哪一件（填编号）', 'Number of the other ticket'),
  mergeNote: w(
    '群众会看到这段话，请不要写另一件的编号和反映人。另一件的反映人也会收到通知。那一件答复后，同样的答复会发给每个人，各自确认。',
    'The citizen will read this: leave out the other ticket’s number and who filed it. The other asker is told too. The answer to that one goes to everybody, and each says for themselves whether it is solved.',
  ),
  unmergeNote: w('这件恢复单独办理，群众会看到。', 'It is handled on its own again; the citizen sees that.'),
  category: w('另一件事的类别', 'Category of the other matter'),
  splitNote: w(
    '群众会看到这段话，并多一件自己的工单，期限从原来提出时算起。',
    'The citizen will read this and has a second ticket, as old as this one.',
  ),
  addUnitNote: w('群众会看到请了哪个单位一起办。', 'The citizen will see which unit was asked to help.'),
  coUnits: w('请哪些单位协办（可不选）', 'Units to help (optional)'),
  sharedAnswer: w(
    '这件合并了 {n} 件，答复会原样发给每位反映人，请不要写反映人的姓名和电话。',
    '{n} others are merged with this: everybody gets the same words, so please name nobody who asked.',
  ),
} as const
