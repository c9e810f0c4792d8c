import type { WeChat } from '@/server/ports'
export function cloudWeChat(_: unknown): WeChat {
  throw new Error('placeholder until the helper lands')
}
