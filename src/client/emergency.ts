/** Numbers that help in an emergency anywhere in the country; they are here so that they need no network. */
export const EMERGENCY = ['110', '119', '120', '122', '12395', '12345'] as const
