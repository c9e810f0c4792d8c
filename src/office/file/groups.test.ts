/** What is read out is written down: it comes in groups that fit into one breath. */
import { inGroups } from './groups'

test.each([
  ['CFD-20261121-0007-1', 'C F D，2 0 2 6，1 1 2 1，0 0 0 7，1'],
  ['K7M4QX', 'K 7 M，4 Q X'],
])('%s', (text, groups) => {
  expect(inGroups(text)).toBe(groups)
})
