import Taro from '@tarojs/taro'
import { dropWritten, keepWritten, writtenOn } from './deskDrafts'

jest.mock('@tarojs/taro', () => {
  const kept = new Map<string, unknown>()
  return {
    __esModule: true,
    default: {
      getStorageSync: (key: string) => kept.get(key) ?? '',
      setStorageSync: (key: string, value: unknown) => kept.set(key, JSON.parse(JSON.stringify(value))),
      removeStorageSync: (key: string) => kept.delete(key),
    },
  }
})

const NOW = Date.parse('2026-03-02T01:00:00.000Z')
const HOUR = 3_600_000
const NO = 'CFD-20260302-0001'
beforeEach(() => {
  Taro.removeStorageSync('minhu.desk.written')
  keepWritten(NO, 'o_li', 'reply', '您好，我们正在', NOW)
})

test('what was written in a box is there again', () => {
  expect(writtenOn(NO, 'o_li', NOW)).toEqual({ reply: '您好，我们正在' })
})

test('each box has its own', () => {
  keepWritten(NO, 'o_li', 'object', '应归交通局', NOW)
  expect(writtenOn(NO, 'o_li', NOW)).toEqual({ reply: '您好，我们正在', object: '应归交通局' })
})

test('another official on the same computer finds nothing of it', () => {
  expect(writtenOn(NO, 'o_wang', NOW)).toEqual({})
})

test('another ticket has nothing of it', () => {
  expect(writtenOn('CFD-20260302-0002', 'o_li', NOW)).toEqual({})
})

test('sent, or emptied, it is gone, and nothing stays behind', () => {
  keepWritten(NO, 'o_li', 'reply', ' ', NOW)
  expect(writtenOn(NO, 'o_li', NOW)).toEqual({})
  expect(Taro.getStorageSync('minhu.desk.written')).toBe('')
})

test('signing out takes one’s own, and leaves what others wrote', () => {
  keepWritten(NO, 'o_wang', 'dispatch', '请今天到现场', NOW)
  dropWritten('o_li', NOW)
  expect(writtenOn(NO, 'o_li', NOW)).toEqual({})
  expect(writtenOn(NO, 'o_wang', NOW)).toEqual({ dispatch: '请今天到现场' })
})

test('a weekend later it is still there, and after three days it goes whoever looks', () => {
  expect(writtenOn(NO, 'o_li', NOW + 71 * HOUR)).toEqual({ reply: '您好，我们正在' })
  keepWritten(NO, 'o_wang', 'reply', '您好', NOW + 73 * HOUR)
  expect(JSON.stringify(Taro.getStorageSync('minhu.desk.written'))).not.toContain('o_li')
})

test('what was kept in another shape counts as nothing', () => {
  Taro.setStorageSync('minhu.desk.written', [{ official: 'o_li', no: NO, written: 5 }])
  expect(writtenOn(NO, 'o_li', NOW)).toEqual({})
})
