/** Which unit a ticket is suggested to. */
export const routing = {}
