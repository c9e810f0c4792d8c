/** When the desk is open, who sits there, and what they are reminded of. */
export const duty = {}
