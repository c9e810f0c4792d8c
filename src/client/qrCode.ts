/** Addresses for the camera of another phone, as the address of a picture. Only the web has pages with addresses. */

/** This page. */
export const qrCodeOfPage = (): Promise<string | undefined> =>
  process.env.TARO_ENV === 'h5' ? drawn(() => window.location.href) : Promise.resolve(undefined)

/** A page of this program by its path: `/#/pages/lookup/index`. */
export const qrCodeOf = (path: string): Promise<string | undefined> =>
  process.env.TARO_ENV === 'h5' ? drawn(() => webAddressOf(path)) : Promise.resolve(undefined)

/** Any text, as another program reads it. */
export const qrCodeOfText = (text: string): Promise<string | undefined> =>
  process.env.TARO_ENV === 'h5' ? drawn(() => text) : Promise.resolve(undefined)

/** What is written beside it for those who type. */
export const webAddressOf = (path: string): string =>
  process.env.TARO_ENV === 'h5' ? `${window.location.origin}${path}` : path

/** What draws it is loaded when somebody asks for one; undefined where that is not reached. */
async function drawn(address: () => string): Promise<string | undefined> {
  // An if around it all, and no early return: so the mini program is built without it.
  if (process.env.TARO_ENV === 'h5') {
    try {
      const { renderSVG } = await import('uqr')
      return `data:image/svg+xml,${encodeURIComponent(renderSVG(address(), { ecc: 'M', border: 4 }))}`
    } catch {
      return undefined
    }
  }
  return undefined
}
