// wx.cloud, against the emulated cloud: functions in their instances, and the storage with its rules.

import type { Phone as CloudPhone } from '../../emulator'
import { type Device, type Failure, fail } from '../device'
import { type Api, asynchronous, type Kit, synchronous, tasked } from './convention'

const GONE = fail('Error: request:fail errcode:-106 ERR_INTERNET_DISCONNECTED', -1)
const CUT = fail('Error: request:fail errcode:-101 ERR_CONNECTION_RESET', -1)

/** The phone of one person, in the cloud that knows them by their openid. */
export function cloudApi(kit: Kit, person: CloudPhone): Api {
  const { device } = kit
  return {
    cloud: {
      init: synchronous(kit, 'cloud.init', () => undefined),
      callFunction: asynchronous(kit, 'cloud.callFunction', ({ name, data }) =>
        over(device, () => person.callFunction({ name: String(name), data: data as object })),
      ),
      uploadFile: tasked(kit, 'cloud.uploadFile', ({ cloudPath, filePath }, task) =>
        over(device, async () => {
          const file = device.files.get(String(filePath))
          if (!file) return fail('file not found')
          const { fileID, statusCode } = await person.uploadFile({ cloudPath: String(cloudPath), bytes: file.bytes })
          task.tell('ProgressUpdate', { progress: 100 })
          return { fileID, statusCode }
        }),
      ),
    },
  }
}

/** As good as this phone's network; what the cloud refuses is a failure like WeChat's own. */
async function over(device: Device, work: () => Promise<object | Failure>): Promise<object | Failure> {
  const { network } = device
  if (network.offline) return GONE
  if (network.failNext > 0) {
    network.failNext -= 1
    return CUT
  }
  const answer = await work().catch((error: unknown) => fail(String(Reflect.get(Object(error), 'errMsg') ?? error), -1))
  if (network.loseNext === 0) return answer
  network.loseNext -= 1
  return CUT
}
