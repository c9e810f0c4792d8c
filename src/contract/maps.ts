/** Where WeChat's map draws what is kept as WGS-84. In a file of its own: only screens with that map carry it. */
export { toGcj02 } from '@/core/gcj02'
