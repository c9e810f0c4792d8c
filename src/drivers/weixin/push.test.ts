import { createCipheriv } from 'node:crypto'
import { isRecent, openPush, pushKeys, replyTo, sealReply, verifyUrl } from './push'
import { seal, signatureOf, unseal } from './sealing'
import { readXml } from './xml'

// The worked example of WeChat's documents: server-ability/message-push.
const TOKEN = 'AAAAA'
const APPID = 'wxba5fad812f8e6fb9'
const plain = pushKeys({ token: TOKEN, appid: APPID })
const safe = pushKeys({ token: TOKEN, appid: APPID, encodingAesKey: 'A'.repeat(43) })
const ENCRYPT =
  '+qdx1OKCy+5JPCBFWw70tm0fJGb2Jmeia4FCB7kao+/Q5c/ohsOzQHi8khUOb05JCpj0JB4RvQMkUyus8TPxLKJGQqcvZqzDpVzazhZv6JsXUnnR8XGT740XgXZUXQ7vJVnAG+tE8NUd4yFyjPy7GgiaviNrlCTj+l5kdfMuFUPpRSrfMZuMcp3Fn2Pede2IuQrKEYwKSqFIZoNqJ4M8EajAsjLY2km32IIjdf8YL/P50F7mStwntrA2cPDrM1kb6mOcfBgRtWygb3VIYnSeOBrebufAlr7F9mFUPAJGj04='
const VISIT = {
  signature: 'f464b24fc39322e44b38aa78f5edd27bd1441696',
  echostr: '4375120948345356249',
  timestamp: '1714036504',
  nonce: '1514711492',
}
const PLAIN = { signature: '899cf89e464efb63f54ddac96b0a0a235f53aa78', timestamp: '1714037059', nonce: '486452656' }
const SEALED = {
  msg_signature: '046e02f8204d34f8ba5fa3b1db94908f3df2e9b3',
  timestamp: '1714112445',
  nonce: '415670741',
  encrypt_type: 'aes',
}
const DEMO = {
  ToUserName: 'gh_97417a04a28d',
  FromUserName: 'o9AgO5Kd5ggOC-bXrbNODIiE3bGY',
  CreateTime: 1714112445,
  MsgType: 'event',
  Event: 'debug_demo',
  debug_str: 'hello world',
}

const query = (fields: Record<string, string>) => new URLSearchParams(fields)
const sealedBody = (Encrypt: string) => JSON.stringify({ ToUserName: 'gh_97417a04a28d', Encrypt })
/** Signed as WeChat would sign it: only what is inside is wrong. */
const signedFor = (Encrypt: string) => {
  const { timestamp, nonce } = SEALED
  return query({ timestamp, nonce, msg_signature: signatureOf(TOKEN, timestamp, nonce, Encrypt) })
}
const key = safe.key ?? Buffer.alloc(0)

/** Locked as it is, with whatever padding it brings: its length is a multiple of 32. */
function locked(plain: Buffer): string {
  const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false)
  return Buffer.concat([cipher.update(plain), cipher.final()]).toString('base64')
}
/** A message as WeChat lays it out, except for what is said to be its length, and for its padding. */
function laidOut(length: number, padding: number[]): Buffer {
  const plain = Buffer.concat([Buffer.alloc(20), Buffer.from('{}'), Buffer.from(APPID), Buffer.from(padding)])
  plain.writeUInt32BE(length, 16)
  return plain
}
const RIGHT_PADDING = Array<number>(24).fill(24)

describe('the visit with which WeChat looks whether an address is ours', () => {
  it('is answered with its own word', () => {
    expect(verifyUrl(plain, query(VISIT))).toBe('4375120948345356249')
  })

  it.each([
    ['with another signature', { ...VISIT, signature: VISIT.signature.replace('f', 'e') }],
    ['with a signature that is cut off', { ...VISIT, signature: VISIT.signature.slice(0, 39) }],
    ['with an empty signature', { ...VISIT, signature: '' }],
    ['of another time', { ...VISIT, timestamp: '1714036505' }],
    ['without a time', { signature: VISIT.signature, echostr: '1', nonce: VISIT.nonce }],
    ['of nobody', {}],
  ])('%s is not answered', (_, visit) => {
    expect(verifyUrl(plain, query(visit))).toBeNull()
  })

  it('is not answered by an app with another token', () => {
    expect(verifyUrl({ ...plain, token: 'AAAAB' }, query(VISIT))).toBeNull()
  })
})

describe('a plain push', () => {
  it('is opened', () => {
    const push = { message: DEMO, format: 'json', sealed: false }
    expect(openPush(plain, query(PLAIN), JSON.stringify(DEMO))).toEqual({ ok: true, push })
  })

  it('is refused with another signature', () => {
    const forged = query({ ...PLAIN, nonce: '486452657' })
    expect(openPush(plain, forged, JSON.stringify(DEMO))).toEqual({ ok: false, refusal: 'signature' })
  })

  it('is refused where pushes are sealed: its signature says nothing about its body', () => {
    expect(openPush(safe, query(PLAIN), JSON.stringify(DEMO))).toEqual({ ok: false, refusal: 'mode' })
  })

  it.each(['', 'null', '[]', '"text"', '{"MsgType":', '<xml><a>1</a>', 'success'])(
    'is refused when it is %j',
    (body) => {
      expect(openPush(plain, query(PLAIN), body)).toEqual({ ok: false, refusal: 'broken' })
    },
  )

  it.each([
    ['too long for a number', '{"MsgId":24678912345678901}', '24678912345678901'],
    ['short', '{"MsgId": 17}', '17'],
    ['text already', '{"MsgId":"24678912345678901"}', '24678912345678901'],
  ])('keeps every digit of its MsgId: %s', (_, body, MsgId) => {
    expect(openPush(plain, query(PLAIN), body)).toMatchObject({ ok: true, push: { message: { MsgId } } })
  })

  it('keeps what people wrote as they wrote it, however it looks', () => {
    const message = { Content: 'say "MsgId":24678912345678901, \\ 12345678901234567890 \n"', CreateTime: 1714112445 }
    expect(openPush(plain, query(PLAIN), JSON.stringify(message))).toMatchObject({ push: { message } })
  })

  it('may be XML', () => {
    const body =
      '<xml><MsgType><![CDATA[text]]></MsgType>\n<Content><![CDATA[1 <b> & 2]]></Content><MsgId>24678912345678901</MsgId></xml>'
    const message = { MsgType: 'text', Content: '1 <b> & 2', MsgId: '24678912345678901' }
    expect(openPush(plain, query(PLAIN), body)).toEqual({ ok: true, push: { message, format: 'xml', sealed: false } })
  })

  it('of years ago is opened too: whoever calls knows what came before', () => {
    expect(Number(PLAIN.timestamp) * 1000).toBeLessThan(Date.parse('2024-05-01'))
    expect(openPush(plain, query(PLAIN), JSON.stringify(DEMO))).toMatchObject({ ok: true })
  })
})

describe('a sealed push', () => {
  it('is opened', () => {
    const push = { message: DEMO, format: 'json', sealed: true }
    expect(openPush(safe, query(SEALED), sealedBody(ENCRYPT))).toEqual({ ok: true, push })
  })

  it('is opened out of XML', () => {
    const inner = '<xml><MsgType><![CDATA[text]]></MsgType><Content><![CDATA[1]]></Content></xml>'
    const sealed = seal(key, inner, APPID)
    const body = `<xml><ToUserName><![CDATA[gh_1]]></ToUserName><Encrypt><![CDATA[${sealed}]]></Encrypt></xml>`
    const push = { message: { MsgType: 'text', Content: '1' }, format: 'xml', sealed: true }
    expect(openPush(safe, signedFor(sealed), body)).toEqual({ ok: true, push })
  })

  it.each([
    ['of another word', { ...SEALED, msg_signature: SEALED.msg_signature.replace('0', '1') }],
    ['of another time', { ...SEALED, timestamp: '1714112446' }],
    ['under the name of the other one', { ...SEALED, msg_signature: '', signature: SEALED.msg_signature }],
    ['of none', { timestamp: SEALED.timestamp, nonce: SEALED.nonce }],
  ])('is refused with a signature %s', (_, claim) => {
    expect(openPush(safe, query(claim), sealedBody(ENCRYPT))).toEqual({ ok: false, refusal: 'signature' })
  })

  it('is refused when a letter of it was changed on the way', () => {
    const changed = ENCRYPT.replace('+qdx', '+qdy')
    expect(openPush(safe, query(SEALED), sealedBody(changed))).toEqual({ ok: false, refusal: 'signature' })
  })

  const garbled = Buffer.from(ENCRYPT, 'base64')
  garbled.writeUInt8(garbled.readUInt8(garbled.length - 1) ^ 1, garbled.length - 1)
  it.each([
    ['empty', ''],
    ['not a seal', '!!!'],
    ['cut off in a block', ENCRYPT.slice(0, 40)],
    ['cut off between blocks', Buffer.from(ENCRYPT, 'base64').subarray(0, 64).toString('base64')],
    ['garbled at its end', garbled.toString('base64')],
    ['of another key', seal(Buffer.alloc(32, 7), JSON.stringify(DEMO), APPID)],
    ['no message inside', seal(key, 'hello', APPID)],
    [
      'longer than it is',
      locked(Buffer.from([...Array<number>(18).fill(0), 3, 231, 123, 125, ...Array<number>(10).fill(10)])),
    ],
    ['padded with nothing', locked(laidOut(2, [...RIGHT_PADDING.slice(1), 0]))],
    ['padded unevenly', locked(laidOut(2, [0, ...RIGHT_PADDING.slice(1)]))],
    ['padded with too much', locked(laidOut(2, Array<number>(56).fill(56)))],
  ])('is refused when it is %s, though signed', (_, sealed) => {
    expect(openPush(safe, signedFor(sealed), sealedBody(sealed))).toEqual({ ok: false, refusal: 'broken' })
  })

  it('is laid out like this', () => {
    const sealed = locked(laidOut(2, RIGHT_PADDING))
    expect(openPush(safe, signedFor(sealed), sealedBody(sealed))).toMatchObject({ ok: true, push: { message: {} } })
  })

  it('is refused when it is for another app', () => {
    const sealed = seal(key, JSON.stringify(DEMO), 'wx0000000000000000')
    expect(openPush(safe, signedFor(sealed), sealedBody(sealed))).toEqual({ ok: false, refusal: 'appid' })
  })

  it('is refused where there is no key to open it', () => {
    expect(openPush(plain, query(SEALED), sealedBody(ENCRYPT))).toEqual({ ok: false, refusal: 'mode' })
  })

  it.each(['', 'A'.repeat(42), 'A'.repeat(44), `${'A'.repeat(42)}=`, `${'A'.repeat(42)}!`, '-'.repeat(43)])(
    'is never opened with %j, which is no key',
    (encodingAesKey) => {
      expect(() => pushKeys({ token: TOKEN, appid: APPID, encodingAesKey })).toThrow('EncodingAESKey')
    },
  )
})

describe('a push that is plain and sealed, while an account changes from one to the other', () => {
  const both = JSON.stringify({ ...DEMO, Event: 'plain', Encrypt: ENCRYPT })

  it('counts as sealed where there is a key', () => {
    expect(openPush(safe, query(SEALED), both)).toMatchObject({ push: { message: DEMO, sealed: true } })
  })

  it('counts as plain where there is none', () => {
    expect(openPush(plain, query(PLAIN), both)).toMatchObject({ push: { message: { Event: 'plain' }, sealed: false } })
  })
})

describe('the time at which a push was signed', () => {
  const signedAt = Number(SEALED.timestamp) * 1000
  it.each([
    ['just now', 0, true],
    ['ten minutes ago', 600_000, true],
    ['longer ago', 600_001, false],
    ['by a clock that is ten minutes ahead', -600_000, true],
    ['by a clock that is more ahead', -600_001, false],
  ])('%s', (_, later, recent) => {
    expect(isRecent(query(SEALED), signedAt + later)).toBe(recent)
  })

  it('is none', () => {
    expect(isRecent(query({ timestamp: 'soon' }), Date.now())).toBe(false)
  })
})

describe('what somebody who wrote is answered', () => {
  const push = { message: { FromUserName: 'o-wu', ToUserName: 'gh_1' }, format: 'xml', sealed: false } as const
  const when = { now: 1714112445000, nonce: '1' }

  it('in XML', () => {
    expect(readXml(replyTo(plain, push, '1 < 2 ]]> 3', when))).toEqual({
      ...{ ToUserName: 'o-wu', FromUserName: 'gh_1', CreateTime: '1714112445', MsgType: 'text' },
      Content: '1 < 2 ]]> 3',
    })
  })

  it('sealed, where they were', () => {
    const { Encrypt } = readXml(replyTo(safe, { ...push, sealed: true }, '好', when)) ?? {}
    expect(readXml(unseal(key, String(Encrypt))?.message ?? '')).toMatchObject({ Content: '好' })
  })
})

describe('a sealed reply', () => {
  const when = { timestamp: 1713424427, nonce: '415670741', random: Buffer.from('707722b803182950') }
  const sealed = 'ELGduP2YcVatjqIS+eZbp80MNLoAUWvzzyJxgGzxZO/5sAvd070Bs6qrLARC9nVHm48Y4hyRbtzve1L32tmxSQ=='
  const signature = '1b9339964ed2e271e7c7b6ff2b0ef902fc94dea1'

  it('is JSON for those who ask in JSON', () => {
    expect(JSON.parse(sealReply(safe, '{"demo_resp":"good luck"}', { format: 'json', ...when }))).toEqual({
      Encrypt: sealed,
      MsgSignature: signature,
      TimeStamp: 1713424427,
      Nonce: '415670741',
    })
  })

  it('is XML for those who ask in XML', () => {
    expect(readXml(sealReply(safe, '{"demo_resp":"good luck"}', { format: 'xml', ...when }))).toEqual({
      Encrypt: sealed,
      MsgSignature: signature,
      TimeStamp: '1713424427',
      Nonce: '415670741',
    })
  })

  it('begins otherwise each time', () => {
    const { timestamp, nonce } = when
    const reply = () => sealReply(safe, '{}', { format: 'json', timestamp, nonce })
    expect(reply()).not.toBe(reply())
  })

  it('needs a key', () => {
    expect(() => sealReply(plain, '{}', { format: 'json', ...when })).toThrow('EncodingAESKey')
  })
})
