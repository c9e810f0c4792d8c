/**
 * The address of this page for the camera of another phone, as the address of a picture. What draws it is loaded when
 * somebody asks for one; undefined where that is not reached. Only the web has pages with addresses.
 */
export async function qrCodeOfPage(): Promise<string | undefined> {
  // An if around it all, and no early return: so the mini program is built without it.
  if (process.env.TARO_ENV === 'h5') {
    try {
      const { renderSVG } = await import('uqr')
      return `data:image/svg+xml,${encodeURIComponent(renderSVG(window.location.href, { ecc: 'M', border: 4 }))}`
    } catch {
      return undefined
    }
  }
  return undefined
}
