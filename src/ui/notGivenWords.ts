/** The words at the control that was tapped, where the phone did not give what it needs. */
import type { WhyNot } from '@/client/whyNot'
import { type Words, w } from './word'

export const notGivenWords = {
  refused: w(
    '您没有同意使用{thing}。不要紧，只写文字也一样能办；想用时请再点一次，或在微信的设置里打开。',
    'You have not allowed this ({thing}). Words alone are enough. To use it, tap again or allow it in the settings.',
  ),
  failed: w('现在用不了{thing}，只写文字也一样能办。', 'This does not work now ({thing}). Words alone are enough.'),
} satisfies Record<Exclude<WhyNot, 'cancelled'>, Words>
