/** Why a routing rule counts for nothing: somebody switched it off, or it did so itself. By name alone, for phones. */
export const OFF_REASONS = ['by-hand', 'unit-gone', 'nobody-answers'] as const
export type OffReason = (typeof OFF_REASONS)[number]
