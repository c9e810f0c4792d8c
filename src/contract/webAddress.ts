import * as v from 'valibot'

/** Nothing else is ever opened: neither javascript: nor data: nor plain http. */
export const WebAddress = v.pipe(
  v.string('address-wrong'),
  v.trim(),
  v.maxLength(500, 'address-wrong'),
  v.regex(/^https:\/\/[^\s"'<>\\]+$/i, 'address-wrong'),
)
