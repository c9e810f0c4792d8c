/** What a function finds around it: storage, WeChat's services, limits, the machine. */
import { randomBytes } from 'node:crypto'
import sharp from 'sharp'
import * as v from 'valibot'
import cloud from 'wx-server-sdk'
import { cloudFiles, cloudWeChat } from '@/drivers/wechat'
import { refusalOf, textOf } from './smoke-database'

const STORAGE = process.env.MINHU_STORAGE ?? ''
const PLACE = 'smoke/file.bin'
const HOUR_S = 3600

const Listed = v.object({
  fileList: v.array(v.looseObject({ status: v.number(), tempFileURL: v.string(), maxAge: v.optional(v.number()) })),
})

/** A file is put, looked at by HEAD as the driver does, and taken away; then asked for once more. */
export async function storage() {
  const bytes = randomBytes(1000)
  const look = async () => {
    const asked: unknown = cloud.getTempFileURL({ fileList: [{ fileID: `${STORAGE}/${PLACE}`, maxAge: HOUR_S }] })
    return v.parse(Listed, await asked).fileList[0]
  }
  await cloud.uploadFile({ cloudPath: PLACE, fileContent: bytes })
  const there = await look()
  const head = there?.tempFileURL ? await fetch(there.tempFileURL, { method: 'HEAD' }) : undefined
  await cloudFiles(cloud, STORAGE).clear(PLACE)
  const gone = await look()
  return {
    head: head?.status ?? 0,
    length: Number(head?.headers.get('content-length')) === bytes.length,
    maxAge: there?.maxAge ?? 0,
    missing: gone?.status ?? 0,
  }
}

/** A picture through the driver itself: re-encoded by sharp, put, and looked at. */
export async function picture() {
  const files = cloudFiles(cloud, STORAGE)
  const jpeg = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#c0392b' } })
    .jpeg()
    .toBuffer()
  const put = await files.put(jpeg)
  if (!put.ok) return { stored: put.refusal }
  await files.remove(put.picture.name)
  return { stored: `${put.picture.width}x${put.picture.height}` }
}

/** Text is checked as somebody, or as nobody: then WeChat says that it knows no such person, which is an answer too. */
export async function permitted({ openid }: { openid?: string }) {
  const text = { openid: openid ?? 'o-nobody', scene: 2, content: '路灯不亮' } as const
  const reply = await cloudWeChat(cloud).msgSecCheck(text)
  return reply.ok ? { errcode: 0, suggest: reply.value.suggest } : { errcode: reply.errcode, suggest: '' }
}

/** A service that this function's config.json does not list. */
export async function notPermitted() {
  const reply = await cloudWeChat(cloud).unlimitedCode({ scene: 'smoke', page: 'pages/home/index' })
  return { errcode: reply.ok ? 0 : reply.errcode }
}

const callMyself = (data: object): Promise<unknown> => Promise.resolve(cloud.callFunction({ name: 'smoke', data }))

/** A reply and a request that are larger than the documents allow. */
export async function largeReply() {
  return { refusal: await refusalOf(() => callMyself({ check: 'megabyte' })) }
}
export async function largeRequest() {
  return { refusal: await refusalOf(() => callMyself({ check: 'machine', padding: 'x'.repeat(120 * 1024) })) }
}
export const megabyte = async () => ({ text: 'x'.repeat(1100 * 1024) })

/** What the function runs on. glibc decides whether sharp's binary loads. */
export async function machine() {
  const report: unknown = process.report?.getReport()
  const Report = v.object({ header: v.object({ glibcVersionRuntime: v.optional(v.string()) }) })
  const parsed = v.safeParse(Report, report)
  return {
    node: process.versions.node,
    glibc: (parsed.success && parsed.output.header.glibcVersionRuntime) || 'none',
    sharp: await sharpWorks(),
    zone: new Intl.DateTimeFormat('en', { hour: '2-digit', hour12: false }).resolvedOptions().timeZone,
  }
}

async function sharpWorks(): Promise<string> {
  try {
    await sharp({ create: { width: 8, height: 8, channels: 3, background: '#000' } })
      .jpeg()
      .toBuffer()
    return sharp.versions.vips
  } catch (error) {
    return textOf(error)
  }
}
