/** An error as the cloud replies it. The texts are what people found in the logs of the real one: drivers match them. */
export class CloudError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message)
  }
}

const ADVICE = 'Please check your request, but if the problem persists, contact us.'

export const signatureRefused = (why: string) => new CloudError('SIGN_PARAM_INVALID', why)

export const invalid = (why: string) => new CloudError('INVALID_PARAM', why)

export const noCollection = (name: string) =>
  new CloudError('DATABASE_COLLECTION_NOT_EXIST', `Db or Table not exist: ${name}. ${ADVICE}`)

export const conflict = () =>
  new CloudError(
    'DATABASE_TRANSACTION_CONFLICT',
    `[ResourceUnavailable.TransactionConflict] Transaction is conflict, maybe resource operated by others. ${ADVICE}`,
  )

export const busy = () =>
  new CloudError(
    'DATABASE_TRANSACTION_CONFLICT',
    `[ResourceUnavailable.TransactionBusy] Transaction is busy. ${ADVICE}`,
  )

export const noTransaction = () =>
  new CloudError(
    'DATABASE_TRANSACTION_FAIL',
    `[ResourceUnavailable.TransactionNotExist] Transaction does not exist on the server, transaction must be commit or abort in 30 seconds. ${ADVICE}`,
  )

export const duplicate = (collection: string, index: string, key: unknown) =>
  new CloudError(
    'DATABASE_REQUEST_FAILED',
    `[FailedOperation.Insert] multiple write errors: [{write errors: [{E11000 duplicate key error collection: tnt-emulator.${collection} index: ${index} dup key: ${JSON.stringify(key)}}]}]`,
  )

export const failedUpdate = (why: string) =>
  new CloudError('DATABASE_REQUEST_FAILED', `[FailedOperation.Update] multiple write errors: [{${why}}]`)

export const replyTooLarge = () =>
  new CloudError('WX_DATABASE_QUERY_SIZE_EXCEED_LIMIT', 'database query result size exceed limit 1MB')
