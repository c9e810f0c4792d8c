/** Where a file is put together, piece by piece: on the web beside the page's own memory, on a phone in WeChat's folder. */
import Taro from '@tarojs/taro'

export type Format = 'csv' | 'xlsx'
export type FileInMaking = {
  add: (pieces: Uint8Array[]) => Promise<void>
  /** Gives it to the person: on the web it is downloaded, on a phone what can be done with it is given back. */
  finish: () => Promise<Finished>
  /** As if it had never been. */
  drop: () => void
}
/** Each has to be called from a tap. Absent: there is nothing left to do. */
export type Finished = { open?: () => void; send?: () => void; drop: () => void }

const TYPES: Record<Format, string> = {
  csv: 'text/csv;charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

export const beginFile = (name: string, format: Format): Promise<FileInMaking> =>
  process.env.TARO_ENV === 'h5' ? Promise.resolve(onWeb(name, format)) : onPhone(name, format)

function onWeb(name: string, format: Format): FileInMaking {
  let pieces: Blob[] = []
  const drop = () => {
    pieces = []
  }
  return {
    async add(more) {
      // A Blob lies where the browser keeps files, not in what the page may use.
      for (const piece of more) pieces.push(new Blob([new Uint8Array(piece)]))
    },
    async finish() {
      const url = URL.createObjectURL(new Blob(pieces, { type: TYPES[format] }))
      drop()
      const link = document.createElement('a')
      link.href = url
      link.download = `${name}.${format}`
      link.click()
      setTimeout(() => URL.revokeObjectURL(url), FETCHED)
      return { drop }
    },
    drop,
  }
}
/** By then every browser has begun to read it. */
const FETCHED = 60_000

/** WeChat opens workbooks itself; of any other file it can only be sent on. */
async function onPhone(name: string, format: Format): Promise<FileInMaking> {
  const files = Taro.getFileSystemManager()
  const path = `${Taro.env.USER_DATA_PATH}/${name}.${format}`
  const drop = () => files.unlink({ filePath: path, fail: () => undefined })
  await new Promise<void>((success, fail) => {
    files.writeFile({ filePath: path, data: '', encoding: 'utf8', success: () => success(), fail })
  })
  const append = (piece: Uint8Array) =>
    new Promise<void>((success, fail) => {
      files.appendFile({ filePath: path, data: alone(piece), success: () => success(), fail })
    })
  return {
    async add(pieces) {
      for (const piece of pieces) await append(piece)
    },
    async finish() {
      const send = () => void Taro.shareFileMessage({ filePath: path, fileName: `${name}.${format}` }).catch(nothing)
      const open = () => void Taro.openDocument({ filePath: path, fileType: 'xlsx', showMenu: true }).catch(nothing)
      return { ...(format === 'xlsx' && { open }), send, drop }
    },
    drop,
  }
}

/** Its bytes and no others that may lie around them. */
const alone = (piece: Uint8Array): ArrayBuffer => new Uint8Array(piece).buffer

/** Changed their mind, or this phone cannot: the other way is still there. */
const nothing = () => undefined
