/**
 * How a call of a function fails. `errCode` is what a phone is given, `code` what the SDK is. From other people's logs
 * and developers.weixin.qq.com/miniprogram/dev/wxcloud/reference/errcode.html; to be confirmed: the number for
 * `forbidden` and `requestTooLarge`.
 */
export type Failure = { errCode: number; service: number; code: string; message: string }

export const FAILURES = {
  threw: { errCode: -404011, service: -504002, code: 'FUNCTIONS_EXECUTE_FAIL', message: 'functions execute fail' },
  died: { errCode: -504002, service: -504002, code: 'FUNCTIONS_EXECUTE_FAIL', message: 'functions execute fail' },
  late: { errCode: -504003, service: -504003, code: 'FUNCTIONS_TIME_LIMIT_EXCEEDED', message: 'timed out' },
  resultTooLarge: {
    errCode: -604001,
    service: -604001,
    code: 'WX_CLOUDFUNCTION_RESULT_SIZE_EXCEED_LIMIT',
    message: 'cloudfunction result size exceed limit (1MB)',
  },
  requestTooLarge: {
    errCode: -501007,
    service: -501007,
    code: 'EXCEED_MAX_PAYLOAD_SIZE',
    message: 'request body size exceeds limit (100KB)',
  },
  noFunction: {
    errCode: -501000,
    service: -501000,
    code: 'FUNCTION_NOT_FOUND',
    message: 'FunctionName parameter could not be found',
  },
  forbidden: { errCode: -504001, service: -504001, code: 'PERMISSION_DENIED', message: 'Permission denied' },
} as const satisfies Record<string, Failure>

export const failed = (kind: keyof typeof FAILURES, message: string): Failure => ({ ...FAILURES[kind], message })

/** What a promise of wx.cloud rejects with. */
export class WxError extends Error {
  constructor(
    readonly errCode: number,
    readonly errMsg: string,
  ) {
    super(errMsg)
  }
}

export const callFailed = ({ errCode, service, message }: Failure, requestId: string) =>
  new WxError(
    errCode,
    `cloud.callFunction:fail requestID ${requestId}, cloud function service error code ${service}, error message ${message}; at cloud.callFunction api;`,
  )
