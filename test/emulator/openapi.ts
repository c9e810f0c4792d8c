/** `wx.openApi`: WeChat's own server as a cloud function reaches it, in protobuf as the SDK writes and reads it. */
import protobuf from 'protobufjs'
import { type Fields, isFields } from './ejson'
import { invalid } from './errors'
import type { Answer, Service, Weixin } from './weixin'

const { root } = protobuf.parse(`
  syntax = "proto3";
  message KeyValuePair { string key = 1; bytes value = 2; string contenttype = 3; string filename = 4; }
  message OpenApiData { repeated KeyValuePair pairs = 1; }
  message CommApiData { int32 apiType = 1; OpenApiData openapiData = 2; string appid = 6; }
  message HttpHeader { string key = 1; string value = 2; }
  message CommOpenApiResp {
    bytes respData = 1; string contentType = 2; int32 errorCode = 3; uint32 httpCode = 4;
    repeated HttpHeader headers = 5; int32 svrkitErrorCode = 6;
  }
`)
const CommApiData = root.lookupType('CommApiData')
const CommOpenApiResp = root.lookupType('CommOpenApiResp')

const OPEN_API = 0
/** What the permission list of a function's config.json calls WeChat's services. */
const SERVICES: Record<string, Service> = {
  'subscribeMessage.send': 'subscribeSend',
  'customerServiceMessage.send': 'customSend',
  'security.msgSecCheck': 'msgSecCheck',
  'security.mediaCheckAsync': 'mediaCheckAsync',
  'wxacode.getUnlimited': 'unlimitedCode',
}
const NOT_FOUND = -604100
const NO_PERMISSION = -604101

/** Whether the instance with this session token may use a service. */
type Permission = (sessionToken: unknown, apiName: string) => boolean

/** Answers wx.openApi from `weixin`. `allow` says which services anybody may use; at first all. */
export function openapiOf(weixin: Weixin, mayUse: Permission) {
  let allowed: string[] | undefined

  return {
    allow(names: string[]): void {
      allowed = names
    },

    /** The reply's bytes, as long as the connection holds. */
    async answer({ apiName, requestData, sessionToken }: Fields): Promise<Buffer | 'broken'> {
      const request = requestOf(requestData)
      const service = SERVICES[String(apiName)]
      if (!service) return reply({ errorCode: NOT_FOUND })
      if (allowed?.includes(String(apiName)) === false || !mayUse(sessionToken, String(apiName)))
        return reply({ errorCode: NO_PERMISSION })
      const answer = await weixin.ask(service, request)
      return answer === 'broken' ? 'broken' : reply(partsOf(answer))
    },
  }
}

/** Each field is JSON of its own. */
function requestOf(requestData: unknown): Fields {
  if (!Buffer.isBuffer(requestData)) throw invalid('requestData is no protobuf message')
  const message: Fields = CommApiData.toObject(CommApiData.decode(requestData), { defaults: true, arrays: true })
  if (message.apiType !== OPEN_API || !isFields(message.openapiData)) throw invalid('not a call of the open API')
  const { pairs } = message.openapiData
  if (!Array.isArray(pairs)) throw invalid('there are no fields')
  return Object.fromEntries(pairs.map(({ key, value }) => [key, JSON.parse(Buffer.from(value).toString())]))
}

function partsOf(answer: Exclude<Answer, 'broken'>): Fields {
  if ('png' in answer) return { httpCode: 200, contentType: 'image/png', respData: answer.png }
  const text = 'text' in answer ? answer.text : JSON.stringify(answer.json)
  return { httpCode: 200, contentType: 'application/json; encoding=utf-8', respData: Buffer.from(text) }
}

const reply = (fields: Fields): Buffer =>
  Buffer.from(CommOpenApiResp.encode(CommOpenApiResp.fromObject(fields)).finish())
