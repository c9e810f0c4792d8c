export type Words = { zh: string; en: string }

/** One thing said in both languages. */
export const w = (zh: string, en: string): Words => ({ zh, en })
