/** The words between the pages of a list. */
import { w } from './word'

export const turnWords = {
  before: w('上一页', 'Previous page'),
  after: w('下一页', 'Next page'),
}
