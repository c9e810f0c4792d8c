/** The words about filings that are still on this phone: begun, waiting to be sent, or just arrived. */
import { w } from './word'

export const draftListWords = {
  writing: w('没写完的', 'Not finished'),
  waiting: w('等着发送的', 'Waiting to be sent'),
  filed: w('刚刚送达的', 'Just arrived'),
  others: w('还有 {n} 份', '{n} more'),
  empty: w('还没有写字', 'No words yet'),
  photo: w('照片 {n} 张', 'photos: {n}'),
  voice: w('录音 {n} 段', 'voice notes: {n}'),
  video: w('视频 {n} 段', 'videos: {n}'),
  go: w('接着写', 'Go on'),
  drop: w('丢掉', 'Throw away'),
  dropAsk: w('丢掉这份草稿？', 'Throw this draft away?'),
  dropNote: w('写的字、照片和录音都会删掉，找不回来。', 'Words, photos and recordings go and cannot be brought back.'),
  dropYes: w('丢掉', 'Yes'),
  dropNo: w('留着', 'Keep'),
  waits: w('还没送到，有网络就自动发送', 'Not there yet. It goes by itself when there is a network'),
  sent: w('已传 {n}/{all}', '{n} of {all} files sent'),
  now: w('现在发送', 'Send now'),
  trying: w('正在试着发送。没有网络就继续等，不会丢。', 'Trying. Without a network it waits on; nothing is lost.'),
  look: w('看一看', 'Look'),
  arrived: w('已送达：{no}', 'Arrived: {no}'),
  newer: w(
    '有 {n} 份草稿是更新的版本写的，更新小程序后就能打开。',
    '{n} drafts were written by a newer version. Update to open them.',
  ),
} as const
