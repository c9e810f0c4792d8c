/** Files on a phone with WeChat, whose file system is a map. */
type MockOptions = Record<string, string> & { success: (result: object) => void; fail: (error: object) => void }

/** What lies on the phone, in bytes, and what goes wrong there, by the name of the call. */
const mockFiles = new Map<string, number>()
const mockTrouble = new Map<string, object>()

jest.mock('@tarojs/taro', () => {
  const call = (name: string, does: (options: MockOptions) => object | undefined) => (options: MockOptions) => {
    const wrong = mockTrouble.get(name)
    const result = wrong ? undefined : does(options)
    return result ? options.success(result) : options.fail(wrong ?? { errMsg: `${name}:fail`, errno: 1300002 })
  }
  const move = (from = '', to = '', drop = false) => {
    const bytes = mockFiles.get(from)
    if (bytes === undefined) return undefined
    mockFiles.set(to, bytes)
    if (drop) mockFiles.delete(from)
    return {}
  }
  const manager = {
    mkdir: call('mkdir', () => undefined),
    copyFile: call('copyFile', ({ srcPath, destPath }) => move(srcPath, destPath)),
    rename: call('rename', ({ oldPath, newPath }) => move(oldPath, newPath, true)),
    stat: call('stat', ({ path = '' }) => (mockFiles.has(path) ? { stats: { size: mockFiles.get(path) } } : undefined)),
    readdir: call('readdir', ({ dirPath }) => ({
      files: [...mockFiles.keys()].flatMap((path) => (path.startsWith(`${dirPath}/`) ? [path.split('/').at(-1)] : [])),
    })),
    unlink: call('unlink', ({ filePath = '' }) => (mockFiles.delete(filePath) ? {} : undefined)),
  }
  const Taro = { env: { USER_DATA_PATH: 'wxfile://usr' }, getFileSystemManager: () => manager }
  return { __esModule: true, default: Taro }
})

import { filesInWeChat } from './filesInWeChat'

const files = filesInWeChat()
beforeEach(() => {
  mockFiles.clear()
  mockTrouble.clear()
  mockFiles.set('wxfile://tmp/camera.jpg', 30_000)
})

it('a photo is copied to where it stays, with the bytes that it really has', async () => {
  expect(await files.keep('wxfile://tmp/camera.jpg', 'photo-a')).toEqual({ kept: 30_000 })
  expect(await files.pathOf('photo-a', 30_000)).toBe('wxfile://usr/drafts/photo-a')
  expect(await files.names()).toEqual(['photo-a'])
})

it('one that is not whole, or not there, has no place', async () => {
  await files.keep('wxfile://tmp/camera.jpg', 'photo-a')
  expect([await files.pathOf('photo-a', 40_000), await files.pathOf('photo-b', 30_000)]).toEqual([undefined, undefined])
})

it('what was cut off while it was copied has not the name of a photo', async () => {
  mockTrouble.set('rename', { errMsg: 'rename:fail' })
  mockTrouble.set('unlink', { errMsg: 'unlink:fail' })
  expect(await files.keep('wxfile://tmp/camera.jpg', 'photo-a')).toBe('failed')
  expect(await files.names()).toEqual(['photo-a.part'])
})

it.each([
  ['full', { errMsg: 'copyFile:fail the maximum size of the file storage limit is exceeded', errno: 1300202 }],
  ['failed', { errMsg: 'copyFile:fail permission denied', errno: 1300013 }],
])('says %s when WeChat does', async (what, error) => {
  mockTrouble.set('copyFile', error)
  expect(await files.keep('wxfile://tmp/camera.jpg', 'photo-a')).toBe(what)
  expect(await files.names()).toEqual([])
})

it('dropped it is gone, and dropping it again is no trouble', async () => {
  await files.keep('wxfile://tmp/camera.jpg', 'photo-a')
  await files.drop('photo-a')
  await files.drop('photo-a')
  expect(await files.names()).toEqual([])
})
