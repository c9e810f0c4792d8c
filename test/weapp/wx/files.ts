// wx.getFileSystemManager: what a program keeps under wx.env.USER_DATA_PATH, within WeChat's 200 MB.

import { type Device, fail } from '../device'
import { type Api, asynchronous, type Kit } from './convention'

const MOST = 200 * 1024 * 1024
const OWN = 'wxfile://usr/'
const MISSING = fail('no such file or directory', 1300002)

export function filesApi(kit: Kit): Api {
  const { files } = kit.device
  const fileOf = (path: unknown) => files.get(String(path))
  const manager: Api = {
    mkdir: asynchronous(kit, 'mkdir', () => fail('file already exists', 1301005)),
    copyFile: asynchronous(kit, 'copyFile', ({ srcPath, destPath }) => {
      const file = fileOf(srcPath)
      if (!file) return MISSING
      if (keptBytes(kit.device) + file.bytes.length > MOST)
        return fail('the maximum size of the file storage limit is exceeded', 1300202)
      return void files.set(String(destPath), file)
    }),
    rename: asynchronous(kit, 'rename', ({ oldPath, newPath }) => {
      const file = fileOf(oldPath)
      if (!file) return MISSING
      files.delete(String(oldPath))
      return void files.set(String(newPath), file)
    }),
    stat: asynchronous(kit, 'stat', ({ path }) => {
      const file = fileOf(path)
      return file ? { stats: { size: file.bytes.length } } : MISSING
    }),
    readdir: asynchronous(kit, 'readdir', ({ dirPath }) => ({
      files: [...files.keys()].flatMap((path) =>
        path.startsWith(`${dirPath}/`) ? [path.slice(`${dirPath}/`.length)] : [],
      ),
    })),
    unlink: asynchronous(kit, 'unlink', ({ filePath }) => (files.delete(String(filePath)) ? undefined : MISSING)),
  }
  return { getFileSystemManager: () => manager }
}

const keptBytes = ({ files }: Device): number =>
  [...files].reduce((sum, [path, { bytes }]) => (path.startsWith(OWN) ? sum + bytes.length : sum), 0)
