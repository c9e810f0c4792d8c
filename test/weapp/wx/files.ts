// wx.getFileSystemManager: what apps keep for good, within the room there is, and what lies in temporary places until
// the app is gone. Its calls answer through callbacks alone.

import { type Device, type Failure, fail, isFailure, isTemporary, type PhoneFile } from '../device'
import { type Api, calledBack, type Kit, type Options, synchronous } from './convention'

export const OWN = 'wxfile://usr'
const SAVED = 'wxfile://store'
const FULL = fail('the maximum size of the file storage limit is exceeded', 1300202)

type Work = (options: Options) => unknown

export function filesApi(kit: Kit): Api {
  const works = worksOn(kit.device)
  const callbacks = Object.entries(works).map(([name, work]) => [name, calledBack(kit, name, work)])
  const synchronously = Object.entries(SYNCHRONOUS).map(([name, named]) => [
    `${name}Sync`,
    synchronous(kit, `${name}Sync`, (...parts: unknown[]) => named.gives(works[name]?.(named.takes(parts)))),
  ])
  const manager = Object.fromEntries([...callbacks, ...synchronously])
  return { getFileSystemManager: () => manager }
}

/** How the calls without callbacks name what they take, and what they give of it. */
type Named = { takes: (parts: unknown[]) => Options; gives: (value: unknown) => unknown }
const named = (names: string[], part?: string): Named => ({
  takes: (parts) => Object.fromEntries(names.map((name, index) => [name, parts[index]])),
  gives: (value) =>
    part && !isFailure(value) ? Reflect.get(Object(value), part) : isFailure(value) ? value : undefined,
})
const SYNCHRONOUS: Record<string, Named> = {
  access: named(['path']),
  copyFile: named(['srcPath', 'destPath']),
  saveFile: named(['tempFilePath', 'filePath'], 'savedFilePath'),
  stat: named(['path'], 'stats'),
  readdir: named(['dirPath'], 'files'),
  unlink: named(['filePath']),
  mkdir: named(['dirPath', 'recursive']),
  rename: named(['oldPath', 'newPath']),
}

function worksOn(device: Device): Record<string, Work> {
  const { files } = device
  const folders = new Set([OWN])
  const missing = (path: unknown) => fail(`no such file or directory ${String(path)}`, 1300002)
  const isFolder = (path: string) => folders.has(path) || path === OWN || under(files, path).length > 0
  const put = (from: unknown, to: string): Failure | undefined => {
    const file = files.get(String(from))
    return file ? write(to, file) : missing(from)
  }
  const write = (to: string, file: PhoneFile): Failure | undefined => {
    if (!/^wxfile:\/\/(usr|store)/.test(to)) return fail(`permission denied, open ${to}`, 1300013)
    const held = files.get(to)?.bytes.length ?? 0
    if (kept(device) - held + file.bytes.length > device.room.files) return FULL
    files.set(to, part(file, device.portion))
    return undefined
  }
  return {
    access: ({ path }) => (files.has(String(path)) || isFolder(String(path)) ? undefined : missing(path)),
    copyFile: ({ srcPath, destPath }) => put(srcPath, String(destPath)),
    writeFile: ({ filePath, data, encoding }) => write(String(filePath), written(data, encoding)),
    appendFile: ({ filePath, data, encoding }) => {
      const file = files.get(String(filePath))
      if (!file) return missing(filePath)
      const more = written(data, encoding)
      return write(String(filePath), { ...file, bytes: Buffer.concat([file.bytes, more.bytes]) })
    },
    saveFile: ({ tempFilePath, filePath }) => {
      const to = filePath ? String(filePath) : `${SAVED}_${files.size + 1}`
      const failure = put(tempFilePath, to)
      if (failure) return failure
      files.delete(String(tempFilePath)) // it is moved, not copied
      return { savedFilePath: to }
    },
    stat: ({ path }) => {
      const file = files.get(String(path))
      if (!file && !isFolder(String(path))) return missing(path)
      return { stats: { size: file?.bytes.length ?? 0, isFile: () => Boolean(file), isDirectory: () => !file } }
    },
    getFileInfo: ({ filePath }) => {
      const file = files.get(String(filePath))
      return file ? { size: file.bytes.length } : missing(filePath)
    },
    readdir: ({ dirPath }) => {
      const path = String(dirPath).replace(/\/$/, '')
      return isFolder(path) ? { files: under(files, path) } : missing(dirPath)
    },
    unlink: ({ filePath }) => (files.delete(String(filePath)) ? undefined : missing(filePath)),
    rename: ({ oldPath, newPath }) => {
      const file = files.get(String(oldPath))
      if (!file) return missing(oldPath)
      files.delete(String(oldPath))
      files.set(String(newPath), file)
      return undefined
    },
    mkdir: ({ dirPath }) => {
      const path = String(dirPath).replace(/\/$/, '')
      if (isFolder(path)) return fail(`file already exists ${path}`, 1301005)
      folders.add(path)
      return undefined
    },
  }
}

/** Words, or bytes that the app's own realm made. */
function written(data: unknown, encoding: unknown): PhoneFile {
  const bytes =
    typeof data === 'string'
      ? Buffer.from(data, encoding === 'base64' ? 'base64' : 'utf8')
      : Buffer.from(data as ArrayBuffer)
  return { bytes, kind: 'other', width: 0, height: 0, seconds: 0 }
}

/** The names right under a folder. */
function under(files: Device['files'], folder: string): string[] {
  const inside = [...files.keys()].filter((path) => path.startsWith(`${folder}/`))
  return [...new Set(inside.map((path) => path.slice(folder.length + 1).split('/')[0] ?? ''))]
}

const kept = ({ files }: Device): number =>
  [...files].reduce((sum, [path, { bytes }]) => (isTemporary(path) ? sum : sum + bytes.length), 0)

const part = (file: PhoneFile, portion: number): PhoneFile =>
  portion === 1 ? file : { ...file, bytes: file.bytes.slice(0, Math.floor(file.bytes.length * portion)) }
