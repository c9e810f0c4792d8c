/** The words about photos: chosen, sent, looked at. */
import { w } from './word'

export const photoWords = {
  add: w('拍照或选照片', 'Add photos'),
  one: w('第 {n} 张照片', 'Photo {n}'),
  sending: w('已传 {n}%', '{n}% sent'),
  sent: w('已传好', 'Sent'),
  failed: w('没传上', 'Failed'),
  retry: w('重传', 'Try again'),
  remove: w('去掉', 'Remove'),
  show: w('看大图', 'Show large'),
  evidence: w('办结照片', 'Photos of the result'),
} as const
