import { gcj02 } from './gcj02'

it.each([
  // Both computed by other programs: the district's centre, and a square in Beijing.
  [
    { lat: 39.2719, lng: 118.4478 },
    { lat: 39.2731, lng: 118.454 },
  ],
  [
    { lat: 39.915, lng: 116.404 },
    { lat: 39.9164, lng: 116.41024 },
  ],
])('%j is %j on a map of China', (there, onMap) => {
  const { lat, lng } = gcj02(there)
  expect(lat).toBeCloseTo(onMap.lat, 4)
  expect(lng).toBeCloseTo(onMap.lng, 4)
})
