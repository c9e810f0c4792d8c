/** A refusal as WeChat's server words it. The numbers are those of its HTTP documents. */
export class Refused extends Error {
  constructor(
    readonly errcode: number,
    readonly errmsg: string,
  ) {
    super(`${errcode} ${errmsg}`)
  }
}

let count = 0

/** Every errmsg of the real one ends in an id for its support: nobody may compare whole texts. */
export const refused = (errcode: number, errmsg: string) => {
  count += 1
  return new Refused(errcode, `${errmsg} rid: ${count.toString(16).padStart(8, '0')}-emulated`)
}
