/** What a phone sees of the cloud: wx.cloud, as one person. */
import type { Fields } from './ejson'
import { APP_ID } from './environment'
import { callFailed, FAILURES, WxError } from './failures'
import type { Caller, Functions } from './functions'
import type { SecurityRules } from './rules'
import type { FileCode, Storage, Stored } from './storage'

export type Phone = ReturnType<ReturnType<typeof phones>>
export type TempFile = { fileID: string; tempFileURL: string; status: number; errMsg: string; maxAge?: number }

const STATUS: Record<FileCode, { status: number; errMsg: string }> = {
  SUCCESS: { status: 0, errMsg: 'ok' },
  STORAGE_FILE_NONEXIST: { status: -503003, errMsg: 'storage file not exists' },
  STORAGE_EXCEED_AUTHORITY: { status: -503002, errMsg: 'storage permission denied' },
}

type World = { functions: Functions; storage: Storage; rules: SecurityRules }

/** Starts a function as the cloud itself: timers and pushes, which no security rule holds for. */
export async function started(functions: Functions, name: string, event: unknown, caller: Caller): Promise<unknown> {
  const answer = await functions.invoke(name, JSON.stringify(event), caller)
  if (!answer.ok) throw callFailed(answer.failure, answer.requestId)
  return JSON.parse(answer.text)
}

/** Makes phones, by their owner's openid. */
export function phones({ functions, storage, rules }: World) {
  return (openid: string, { unionid }: { unionid?: string } = {}) => {
    const resourceOf = ({ path, owner }: Stored) => ({ openid: owner, path })

    /** A file that this person may read. */
    function readable(fileID: string): Stored | FileCode {
      const file = storage.stored(fileID)
      if (typeof file === 'string') return file
      return rules.mayRead(openid, resourceOf(file)) ? file : 'STORAGE_EXCEED_AUTHORITY'
    }

    return {
      /** Rejects with a WxError. Before `data` arrives the cloud adds who sent it, over what the phone says itself. */
      async callFunction({ name, data = {} }: { name: string; data?: object }) {
        if (!rules.mayInvoke(name)) throw callFailed(FAILURES.forbidden, 'none')
        const event = JSON.stringify({ ...data, userInfo: { appId: APP_ID, openId: openid } })
        const caller: Caller = { source: 'wx_client', openid, ...(unionid === undefined ? {} : { unionid }) }
        const answer = await functions.invoke(name, event, caller)
        if (!answer.ok) throw callFailed(answer.failure, answer.requestId)
        const result: unknown = JSON.parse(answer.text)
        return { errMsg: 'cloud.callFunction:ok', result, requestID: answer.requestId }
      },

      /** A new file is asked about as if it were already this person's, and is theirs afterwards. */
      async uploadFile({ cloudPath, bytes }: { cloudPath: string; bytes: Uint8Array }) {
        const before = storage.at(cloudPath)
        const allowed = rules.mayWrite(openid, before ? resourceOf(before) : { openid, path: cloudPath })
        if (!allowed) throw storageFailed('uploadFile', 'STORAGE_EXCEED_AUTHORITY')
        const fileID = storage.put(cloudPath, bytes, openid)
        return { errMsg: 'cloud.uploadFile:ok', fileID, statusCode: 200 }
      },

      async getTempFileURL(fileIDs: string[]): Promise<{ errMsg: string; fileList: TempFile[] }> {
        const fileList = fileIDs.map((fileID): TempFile => {
          const file = readable(fileID)
          if (typeof file === 'string') return { fileID, tempFileURL: '', ...STATUS[file] }
          const { tempFileURL, maxAge, code } = storage.addressOf(fileID)
          return { fileID, tempFileURL, ...(maxAge === undefined ? {} : { maxAge }), ...STATUS[code] }
        })
        return { errMsg: 'cloud.getTempFileURL:ok', fileList }
      },

      async downloadFile(fileID: string): Promise<{ errMsg: string; statusCode: number; bytes: Buffer }> {
        const file = readable(fileID)
        if (typeof file === 'string') throw storageFailed('downloadFile', file)
        return { errMsg: 'cloud.downloadFile:ok', statusCode: 200, bytes: file.bytes }
      },

      async deleteFile(fileIDs: string[]) {
        const fileList = fileIDs.map((fileID) => {
          const file = storage.stored(fileID)
          if (typeof file === 'string') return { fileID, ...STATUS[file] }
          if (!rules.mayWrite(openid, resourceOf(file))) return { fileID, ...STATUS.STORAGE_EXCEED_AUTHORITY }
          return { fileID, ...STATUS[storage.remove(fileID).code] }
        })
        return { errMsg: 'cloud.deleteFile:ok', fileList }
      },
    }
  }
}

const storageFailed = (call: string, code: FileCode) =>
  new WxError(STATUS[code].status, `cloud.${call}:fail ${STATUS[code].status} ${STATUS[code].errMsg}`)

/** The person that a push is about. The pages' own example answers `getWXContext().OPENID`. */
export function pushCaller(event: Fields): Caller {
  const from = event.FromUserName
  // No page says which source a push has: to be confirmed with a real account.
  return { source: 'wx_http', ...(typeof from === 'string' ? { openid: from } : {}) }
}
