/** As it is read out over the telephone: one sign after the other, with a pause after each group. */
export const inGroups = (text: string): string =>
  text
    .split('-')
    .flatMap((part) => (part.length > 4 ? (part.match(part.length % 4 ? /.{1,3}/g : /.{1,4}/g) ?? []) : [part]))
    .map((group) => group.split('').join(' '))
    .join('，')
