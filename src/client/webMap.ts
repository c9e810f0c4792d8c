/** The map of the web: Leaflet, fetched when somebody opens it. WGS-84 throughout, as the tiles of Tianditu are (CGCS2000). */
import type { LatLng } from 'leaflet'

type Point = { lat: number; lng: number }
export type WebMap = {
  /** Puts the pin there, or takes it away. */
  pin(point: Point | undefined): void
  /** Moves there where it is not in sight. */
  look(point: Point): void
  zoom(by: 1 | -1): void
  centre(): Point
  close(): void
}
type Shown = {
  centre: Point
  zoom: number
  /** One template of addresses, or two with a space between: the ground, and the names on it. */
  tiles: string | undefined
  /** Named points; without tiles all that there is to go by. */
  places: { name: string; point: Point }[]
  /** Tapped there, or Enter on the keyboard with this in the middle. */
  onPin: (point: Point) => void
  onMove: (centre: Point) => void
}

const CLOSEST = 18
const FARTHEST = 9
/** Near enough to see which side of the street. */
const STREET = 16

/** Draws it into an element that has a size. Rejects when it could not be fetched. */
export async function openWebMap(element: HTMLElement, shown: Shown): Promise<WebMap> {
  // The mini program has a map of its own, and nothing that could be fetched later: there none of this may be bundled.
  const [leaflet] =
    process.env.TARO_ENV === 'h5' ? await Promise.all([import('leaflet'), import('leaflet/dist/leaflet.css')]) : []
  if (!leaflet) throw new Error('this map is the web’s')
  const map = leaflet.map(element, {
    zoomControl: false,
    attributionControl: false,
    minZoom: FARTHEST,
    maxZoom: CLOSEST,
  })
  map.setView(shown.centre, shown.zoom)
  for (const url of shown.tiles?.split(' ') ?? []) {
    // The map's owner asks which site its key is used on; this site tells others no more than its name.
    leaflet.tileLayer(url, { maxZoom: CLOSEST, referrerPolicy: 'origin' }).addTo(map)
  }
  const mark = (point: Point, className: string, text = '') => {
    const html = document.createElement('span')
    html.textContent = text
    const icon = leaflet.divIcon({ className, html, iconSize: [0, 0] })
    return leaflet.marker(point, { icon, interactive: false, keyboard: false })
  }
  for (const { name, point } of shown.places) mark(point, 'map-name', name).addTo(map)
  const pin = mark(shown.centre, 'map-pin')
  map.on('click', ({ latlng }) => shown.onPin(plain(latlng)))
  map.on('moveend', () => shown.onMove(plain(map.getCenter())))
  const enter = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return
    event.preventDefault()
    shown.onPin(plain(map.getCenter()))
  }
  element.addEventListener('keydown', enter)
  return {
    pin(point) {
      if (point) pin.setLatLng(point).addTo(map)
      else pin.remove()
    },
    look(point) {
      // What is in sight already does not jump; without a ground there is nothing to be seen close by.
      if (map.getBounds().contains(point)) return
      map.setView(point, shown.tiles ? Math.max(map.getZoom(), STREET) : map.getZoom())
    },
    zoom: (by) => void (by > 0 ? map.zoomIn() : map.zoomOut()),
    centre: () => plain(map.getCenter()),
    close() {
      element.removeEventListener('keydown', enter)
      map.remove()
    },
  }
}

/** Around the world once more is the same place. */
const plain = (at: LatLng): Point => {
  const { lat, lng } = at.wrap()
  return { lat, lng }
}
