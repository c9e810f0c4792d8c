/** What something is, for screen readers: the web and the mini program name the attribute differently. */
export const role = (name: string): Record<string, string> =>
  process.env.TARO_ENV === 'h5' ? { role: name } : { 'aria-role': name }
