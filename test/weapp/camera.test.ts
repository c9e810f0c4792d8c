// The harness itself: what a phone keeps, hears and holds back, and an app that is killed.

import { FIXTURE } from './fixture-server'
import { fail, type Page, type Phone, startPhone } from './phone'

const ROUTE = 'more/camera/camera'
const KEPT = 'wxfile://usr/kept.jpg'
let phone: Phone

async function openCamera(settings = {}): Promise<Page> {
  phone = startPhone({ dist: FIXTURE, settings })
  phone.putFile('wxfile://tmp_1.jpg', Buffer.alloc(1000))
  return phone.open(ROUTE)
}
const said = () => phone.page.text('#said')

afterEach(() => phone.close())

describe('files', () => {
  test('are copied out of their temporary place, listed, weighed and dropped', async () => {
    const camera = await openCamera()
    await camera.tap('留下')
    expect(said()).toBe('kept.jpg 1000')
    await camera.tap('删掉')
    expect(said()).toContain('access:fail no such file or directory')
  })

  test('do not fit into a full phone', async () => {
    const camera = await openCamera()
    phone.room.files = 999
    await camera.tap('留下')
    expect(said()).toContain('copyFile:fail the maximum size of the file storage limit is exceeded')
    expect(phone.files.has(KEPT)).toBe(false)
  })

  test('a film has a length', async () => {
    const camera = await openCamera()
    phone.putFile('wxfile://tmp_2.mp4', Buffer.alloc(5000))
    await camera.tap('拍视频')
    expect(said()).toBe('{"type":"video","seconds":5,"bytes":5000}')
  })
})

test('the recorder hears what is before the microphone', async () => {
  const camera = await openCamera()
  phone.speak(Buffer.alloc(8000), 7)
  await camera.tap('录音')
  expect(said()).toBe('recording')
  await camera.tap('停')
  expect(said()).toBe('{"duration":7000,"fileSize":8000}')
})

describe('an app that is killed', () => {
  test('hears nothing of it; temporary files go, and what was kept stays', async () => {
    const camera = await openCamera()
    await camera.tap('留下')
    phone.kill()
    expect(phone.dead).toBe(true)
    await phone.restart(ROUTE)
    await phone.page.tap('看看')
    expect(said()).toBe('kept.jpg 1000')
    expect([...phone.files.keys()]).toEqual([KEPT])
  })

  test.each([
    ['before', undefined],
    ['halfway', 500],
    ['after', 1000],
  ] as const)('%s a copy was made', async (moment, bytes) => {
    const camera = await openCamera()
    phone.killDuring('copyFile', moment)
    await camera.tap('留下')
    expect(phone.dead).toBe(true)
    expect(phone.files.get(KEPT)?.bytes.length).toBe(bytes)
  })

  test('writes nothing any more, however far its code runs on', async () => {
    const camera = await openCamera()
    phone.killDuring('setStorageSync', 'after')
    await camera.tap('记下')
    expect([...phone.storage.keys()]).toEqual(['note'])
  })
})

describe('what is private', () => {
  const asks = async (settings = {}) => {
    const camera = await openCamera(settings)
    phone.privacy.agreed = false
    phone.answer('chooseLocation', { name: '海边' })
    await camera.tap('选地点')
    return camera
  }

  test('waits for the person, and is given when the button was tapped', async () => {
    const camera = await asks()
    expect(said()).toBe('asks for chooseLocation')
    await camera.tap('同意')
    expect(said()).toBe('海边')
    expect(phone.called('privacy exposureAuthorization')).toHaveLength(1)
  })

  test('is not given for a button that nobody tapped', async () => {
    const camera = await asks()
    await camera.tap('装作同意')
    expect(said()).toContain('chooseLocation:fail privacy permission is not authorized')
    expect(phone.errors).toEqual([expect.stringContaining('no such button was tapped')])
  })

  test('is not given to those who disagree', async () => {
    const camera = await asks()
    await camera.tap('不同意')
    expect(said()).toContain('privacy permission is not authorized')
  })

  test('is not held back by a base library from before that', async () => {
    await asks({ SDKVersion: '2.32.2' })
    expect(said()).toBe('海边')
  })

  test('is never given when it was not declared', async () => {
    const camera = await openCamera()
    phone.privacy.undeclared.push('startRecord')
    await camera.tap('录音')
    expect(said()).toContain('api scope is not declared in the privacy agreement')
  })

  test('an answer of the test’s own comes after that', async () => {
    const camera = await openCamera()
    phone.answer('startRecord', fail('auth deny'))
    await camera.tap('录音')
    expect(said()).toContain('operateRecorder:fail auth deny')
  })
})
