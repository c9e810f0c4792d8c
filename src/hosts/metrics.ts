import type { IncomingMessage } from 'node:http'

export type Metrics = { count(what: string, status: number, milliseconds: number): void; text(): string }

/** Counts since the start, in the text format that Prometheus reads. Kinds of requests only, nobody's names or numbers. */
export function requestMetrics(): Metrics {
  const requests = new Map<string, number>()
  const seconds = new Map<string, number>()
  const add = (to: Map<string, number>, key: string, value: number) => to.set(key, (to.get(key) ?? 0) + value)
  return {
    count(what, status, milliseconds) {
      add(requests, `{what="${what}",status="${status}"}`, 1)
      add(seconds, `{what="${what}"}`, milliseconds / 1000)
    },
    text() {
      const lines = (name: string, values: Map<string, number>) =>
        [...values].map(([labels, value]) => `${name}${labels} ${value}`)
      return [
        '# TYPE minhu_requests_total counter',
        ...lines('minhu_requests_total', requests),
        '# TYPE minhu_request_seconds_total counter',
        ...lines('minhu_request_seconds_total', seconds),
        '# TYPE minhu_memory_bytes gauge',
        `minhu_memory_bytes ${process.memoryUsage.rss()}`,
        '',
      ].join('\n')
    },
  }
}

/** Only a process on this machine may read them, and only when no proxy brought it here. */
export function isLocal({ socket, headers }: IncomingMessage): boolean {
  const address = socket.remoteAddress ?? ''
  return !headers['x-forwarded-for'] && ['127.0.0.1', '::1', '::ffff:127.0.0.1'].includes(address)
}
