/** What is kept for when there is no network, and what is not: on a phone whose storage is a map. */
import * as v from 'valibot'

jest.mock('@tarojs/taro', () => {
  const storage = new Map<string, unknown>()
  const Taro = {
    getStorageSync: (key: string) => storage.get(key) ?? '',
    setStorageSync: (key: string, value: unknown) => storage.set(key, value),
    removeStorageSync: (key: string) => storage.delete(key),
    clearStorageSync: () => storage.clear(),
    getAppBaseInfo: () => ({ language: 'zh_CN' }),
  }
  return { __esModule: true, default: Taro }
})

import Taro from '@tarojs/taro'
import { readAnswer } from './call'
import { forget, keep, keptOf } from './kept'

const Any = v.object({ title: v.string() })
beforeEach(() => Taro.clearStorageSync())

test('an answer is kept with its question, and comes back with its time', () => {
  keep('release.read', { id: 'a' }, { title: 'Fog' })
  expect(keptOf('release.read', { id: 'a' }, Any)).toEqual({ at: expect.any(String), data: { title: 'Fog' } })
  expect(keptOf('release.read', { id: 'b' }, Any)).toBeUndefined()
})

test('what was taken back is forgotten, and only that', () => {
  keep('release.read', { id: 'a' }, { title: 'Fog' })
  keep('release.read', { id: 'b' }, { title: 'Ice' })
  forget('release.read', { id: 'a' })
  expect(keptOf('release.read', { id: 'a' }, Any)).toBeUndefined()
  expect(keptOf('release.read', { id: 'b' }, Any)?.data).toEqual({ title: 'Ice' })
})

test.each([
  ['an answer of the server', { ok: true, data: { title: 'Fog' } }, undefined],
  [
    'a refusal of the server',
    { ok: false, error: { code: 'not-found', reason: 'release-missing', message: '' } },
    'release-missing',
  ],
  ['ours in another shape than promised', { ok: true, data: {} }, 'broken'],
  ['a page of a proxy', '<!doctype html><title>502 Bad Gateway</title>', 'unreachable'],
  ['nothing', '', 'unreachable'],
  ['JSON of somebody else', { message: 'no route matched' }, 'unreachable'],
])('%s', (_, raw, reason) => {
  const answer = readAnswer(raw, Any)
  expect(answer.ok ? undefined : answer.error.reason).toBe(reason)
})
