/** Files in WeChat: what camera and microphone leave in its temporary folder is copied to where it stays. */
import Taro from '@tarojs/taro'
import type { Phone } from './phone'

/** Not there yet as a whole. */
const PART = '.part'

/** WeChat keeps 200 MB for each program, and says so in words and by number (facts of its file system). */
const isFull = (error: unknown): boolean =>
  /maximum size|limit is exceeded|no space|not enough|130020[2-9]/i.test(JSON.stringify(error))

/** One of WeChat's ways of calling back, as a promise. */
const done = <T>(ask: (answer: { success: (result: T) => void; fail: (error: unknown) => void }) => void): Promise<T> =>
  new Promise((resolve, reject) => ask({ success: resolve, fail: reject }))

export function filesInWeChat(): Phone['files'] {
  const files = Taro.getFileSystemManager()
  const folder = `${Taro.env.USER_DATA_PATH}/drafts`
  const placeOf = (name: string) => `${folder}/${name}`

  async function sizeOf(filePath: string): Promise<number | undefined> {
    try {
      const { stats } = await done<Taro.FileSystemManager.StatSuccessCallbackResult>((answer) =>
        files.stat({ path: filePath, ...answer }),
      )
      return Array.isArray(stats) ? undefined : stats.size
    } catch {
      return undefined
    }
  }

  const drop = (name: string): Promise<void> =>
    done((answer) => files.unlink({ filePath: placeOf(name), ...answer })).then(
      () => undefined,
      () => undefined,
    )

  return {
    async keep(from, name) {
      const part = `${name}${PART}`
      try {
        // It is there already, all but the first time.
        await done((answer) => files.mkdir({ dirPath: folder, recursive: true, ...answer })).catch(() => undefined)
        await done((answer) => files.copyFile({ srcPath: from, destPath: placeOf(part), ...answer }))
        // A copy that is cut off has another name: what has this name is whole.
        await done((answer) => files.rename({ oldPath: placeOf(part), newPath: placeOf(name), ...answer }))
        const kept = await sizeOf(placeOf(name))
        return kept ? { kept } : 'failed'
      } catch (error) {
        await drop(part)
        return isFull(error) ? 'full' : 'failed'
      }
    },
    pathOf: async (name, bytes) => ((await sizeOf(placeOf(name))) === bytes ? placeOf(name) : undefined),
    names: () =>
      done<{ files: string[] }>((answer) => files.readdir({ dirPath: folder, ...answer })).then(
        ({ files: names }) => names,
        () => [],
      ),
    drop,
  }
}
