const part = () => Math.random().toString(36).slice(2, 12).padEnd(10, '0')

/** A key for one thing to be sent: unique among this person's, so that sending it twice is known. No secret. */
export const newKey = (): string => `${Date.now().toString(36)}-${part()}${part()}`
