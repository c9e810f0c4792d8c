/** Drawn covers of articles, pages and appeals, as the sample photos in pictures.ts: 1200 × 900, flat, without words. */
export const COVERS = [
  'pipes',
  'radiator',
  'wetland',
  'clock',
  'books',
  'sunrise',
  'harbour',
  'train',
  'bus',
  'counter',
  'town',
  'museum',
  'satchel',
  'camera',
] as const
export type CoverName = (typeof COVERS)[number]

const ground = (sky: string, soil: string, from = 600) =>
  `<rect width="1200" height="900" fill="${sky}"/><rect y="${from}" width="1200" height="${900 - from}" fill="${soil}"/>`
const sun = (x: number, y: number, r: number) => `<circle cx="${x}" cy="${y}" r="${r}" fill="#fbbf24"/>`
const bird = (x: number, y: number, size = 1) =>
  `<path transform="translate(${x} ${y}) scale(${size})" d="M0 20Q30-14 56 18 84-14 112 20 84 4 56 32 30 4 0 20z" fill="#334155"/>`
const house = (x: number, y: number, w: number, h: number, wall: string, roof: string) =>
  `<g transform="translate(${x} ${y})"><rect width="${w}" height="${h}" fill="${wall}"/><path d="M-20 0 ${w / 2}-70 ${w + 20} 0z" fill="${roof}"/><rect x="${w * 0.15}" y="${h * 0.2}" width="${w * 0.25}" height="${h * 0.25}" fill="#bae6fd"/><rect x="${w * 0.6}" y="${h * 0.2}" width="${w * 0.25}" height="${h * 0.25}" fill="#bae6fd"/><rect x="${w * 0.4}" y="${h * 0.55}" width="${w * 0.2}" height="${h * 0.45}" fill="#78350f"/></g>`
const window = (x: number, y: number) => `<rect x="${x}" y="${y}" width="130" height="110" rx="14" fill="#e0f2fe"/>`
const wheel = (x: number, y: number) =>
  `<circle cx="${x}" cy="${y}" r="44" fill="#1f2937"/><circle cx="${x}" cy="${y}" r="18" fill="#cbd5e1"/>`
const reed = (x: number, h: number) =>
  `<path d="M${x} 900q10-${h / 2} 0-${h}" stroke="#a16207" stroke-width="8" fill="none"/><ellipse cx="${x}" cy="${900 - h}" rx="11" ry="46" fill="#854d0e"/>`
const crane = (x: number) =>
  `<path d="M${x} 600V260h150v340M${x} 300h-150l150-90 260 90h-110M${x} 430h150M${x} 510h150" stroke="#dc2626" stroke-width="20" fill="none"/>`
const book = (x: number, h: number, colour: string) =>
  `<rect x="${x}" y="${430 - h}" width="62" height="${h}" rx="6" fill="${colour}"/><path d="M${x + 14} ${460 - h}h34" stroke="#fff" stroke-width="8"/>`

/** What is inside each drawing. */
export const covers: Record<CoverName, string> = {
  pipes: `${ground('#e0f2fe', '#a16207', 380)}<path d="M0 380h1200v40H0z" fill="#65a30d"/><rect y="560" width="520" height="130" fill="#64748b"/><rect x="680" y="560" width="520" height="130" fill="#2563eb"/><rect x="480" y="535" width="60" height="180" rx="10" fill="#475569"/><rect x="660" y="535" width="60" height="180" rx="10" fill="#1d4ed8"/><path d="M560 625h80M610 590l36 35-36 35" stroke="#fff" stroke-width="18" fill="none"/><path d="M560 380l20-150h40l20 150z" fill="#f97316"/><rect x="530" y="366" width="140" height="24" rx="8" fill="#ea580c"/>`,
  radiator: `${ground('#fef3c7', '#d6a76a', 720)}<rect x="380" y="90" width="440" height="260" rx="12" fill="#bae6fd"/><path d="M600 90v260M380 220h440" stroke="#fff" stroke-width="18"/>${[280, 360, 440, 520, 600, 680, 760, 840].map((x) => `<rect x="${x}" y="430" width="62" height="250" rx="30" fill="#f8fafc" stroke="#cbd5e1" stroke-width="6"/>`).join('')}<path d="M240 470h720M240 640h720" stroke="#cbd5e1" stroke-width="14"/><circle cx="950" cy="470" r="30" fill="#dc2626"/><path d="M400 400q-24-30 0-60M600 400q-24-30 0-60M800 400q-24-30 0-60" stroke="#fb923c" stroke-width="14" fill="none" stroke-linecap="round"/>`,
  wetland: `${ground('#fed7aa', '#7dd3fc', 480)}${sun(860, 430, 110)}<path d="M0 480h1200v30H0z" fill="#a3a380"/><path d="M740 560h240M700 620h320M660 690h400" stroke="#fde68a" stroke-width="16"/>${bird(180, 180)}${bird(330, 240, 0.8)}${bird(470, 150, 0.9)}${bird(560, 270, 0.6)}${bird(300, 110, 0.6)}${[30, 80, 130, 190, 250, 1010, 1070, 1120, 1170].map((x, place) => reed(x, 300 + (place % 3) * 70)).join('')}`,
  clock: `${ground('#dbeafe', '#bfdbfe', 700)}<circle cx="600" cy="430" r="290" fill="#fff" stroke="#1d4ed8" stroke-width="34"/><path d="M600 430V230M600 430l150 90" stroke="#0f172a" stroke-width="26" stroke-linecap="round"/><circle cx="600" cy="430" r="24" fill="#dc2626"/><path d="M600 170v34M600 656v34M340 430h34M826 430h34" stroke="#64748b" stroke-width="18"/>`,
  books: `${ground('#fef9c3', '#b45309', 760)}<rect x="140" y="430" width="920" height="30" fill="#92400e"/><rect x="140" y="730" width="920" height="30" fill="#92400e"/>${[180, 250, 320, 420, 490, 560, 700, 770, 900, 970].map((x, place) => book(x, 220 + (place % 4) * 30, ['#dc2626', '#1d4ed8', '#047857', '#7c3aed', '#ca8a04'][place % 5] ?? '#334155')).join('')}<path d="M420 680q90-60 180 0 90-60 180 0v40q-90-50-180 0-90-50-180 0z" fill="#fff" stroke="#92400e" stroke-width="8"/><path d="M930 730v-90h-60l40-100h100l40 100h-60v90z" fill="#fbbf24"/>`,
  sunrise: `${ground('#fecaca', '#38bdf8', 520)}${sun(600, 520, 150)}<rect y="520" width="1200" height="380" fill="#0ea5e9"/><path d="M470 580h260M430 640h340M390 700h200" stroke="#fde68a" stroke-width="18"/><path d="M0 900V700q300-60 620 200z" fill="#a8a29e"/><path d="M60 700v-70M170 690v-70M280 705v-70M390 745v-70M40 640q180-20 370 50" stroke="#57534e" stroke-width="14" fill="none"/>${bird(820, 260, 0.9)}${bird(940, 330, 0.6)}`,
  harbour: `${ground('#e0f2fe', '#0369a1', 600)}${crane(220)}${crane(560)}<path d="M620 640h520l-60 130H700z" fill="#b91c1c"/><rect x="690" y="560" width="90" height="80" fill="#f59e0b"/><rect x="790" y="560" width="90" height="80" fill="#10b981"/><rect x="890" y="560" width="90" height="80" fill="#6366f1"/><rect x="740" y="480" width="90" height="80" fill="#0f766e"/><path d="M1000 640V470h90v170z" fill="#f8fafc"/><path d="M0 820q100-40 200 0t200 0 200 0 200 0 200 0 200 0" stroke="#7dd3fc" stroke-width="16" fill="none"/>`,
  train: `${ground('#dbeafe', '#84a07a', 640)}<path d="M0 700h1200M0 760h1200" stroke="#475569" stroke-width="14"/><path d="M80 640V420q0-70 70-70h760q150 10 240 230v60z" fill="#f8fafc"/><path d="M80 560h1050l20 40v40H80z" fill="#1d4ed8"/>${window(170, 410)}${window(330, 410)}${window(490, 410)}${window(650, 410)}<path d="M830 410h90q60 10 110 100H830z" fill="#334155"/><path d="M500 350V250h140M420 250h300" stroke="#64748b" stroke-width="12" fill="none"/>`,
  bus: `${ground('#e0f2fe', '#94a3b8', 650)}<rect x="180" y="260" width="840" height="400" rx="46" fill="#15803d"/><rect x="180" y="520" width="840" height="40" fill="#fde68a"/>${window(230, 320)}${window(390, 320)}${window(550, 320)}<rect x="720" y="320" width="120" height="300" rx="12" fill="#e0f2fe"/><path d="M780 320v300" stroke="#15803d" stroke-width="10"/><path d="M870 320h110q20 0 24 30l14 110H870z" fill="#e0f2fe"/>${wheel(340, 670)}${wheel(890, 670)}<path d="M80 720V380M50 330h60v60H50z" stroke="#475569" stroke-width="16" fill="#facc15"/>`,
  counter: `${ground('#f1f5f9', '#cbd5e1', 720)}<rect x="120" y="120" width="960" height="420" rx="16" fill="#dbeafe"/><path d="M440 120v420M760 120v420" stroke="#94a3b8" stroke-width="16"/><rect x="80" y="520" width="1040" height="60" rx="10" fill="#92400e"/><rect x="110" y="580" width="980" height="200" fill="#b45309"/>${[280, 600, 920].map((x) => `<circle cx="${x}" cy="360" r="56" fill="#fcd9b6"/><path d="M${x - 90} 520q0-100 90-100t90 100z" fill="#1d4ed8"/>`).join('')}<rect x="540" y="490" width="120" height="30" fill="#fff"/>`,
  town: `${ground('#e0f2fe', '#86a97a', 640)}${house(120, 430, 220, 210, '#fde68a', '#b91c1c')}${house(440, 380, 260, 260, '#fecaca', '#7c2d12')}${house(810, 440, 240, 200, '#ddd6fe', '#4338ca')}<path d="M0 760q300-80 600 0t600 0v140H0z" fill="#64748b"/><path d="M0 820q300-60 600 0t600 0" stroke="#f8fafc" stroke-width="12" stroke-dasharray="60 50" fill="none"/>${sun(1050, 160, 70)}`,
  museum: `${ground('#ede9fe', '#c4b5a0', 700)}<path d="M160 330 600 130l440 200z" fill="#a16207"/><rect x="180" y="330" width="840" height="50" fill="#ca8a04"/>${[230, 400, 570, 740, 910].map((x) => `<rect x="${x}" y="380" width="60" height="300" fill="#fef3c7"/>`).join('')}<rect x="140" y="680" width="920" height="50" fill="#a8a29e"/><rect x="100" y="730" width="1000" height="50" fill="#78716c"/>`,
  satchel: `${ground('#fef3c7', '#f59e0b', 720)}<rect x="360" y="250" width="480" height="500" rx="80" fill="#dc2626"/><path d="M470 260q0-120 130-120t130 120" stroke="#991b1b" stroke-width="30" fill="none"/><rect x="430" y="480" width="340" height="200" rx="30" fill="#b91c1c"/><path d="M430 560h340" stroke="#fde68a" stroke-width="14"/><rect x="570" y="540" width="60" height="60" rx="10" fill="#fde68a"/><path d="M880 740l60-420 40 6-60 420z" fill="#fbbf24"/><path d="M940 320l26-60 14 66z" fill="#334155"/>`,
  camera: `${ground('#d6d3d1', '#a16207', 640)}<path d="M0 640h1200v40H0z" fill="#854d0e"/><rect x="320" y="330" width="560" height="330" rx="36" fill="#1f2937"/><rect x="420" y="270" width="220" height="80" rx="18" fill="#374151"/><rect x="320" y="400" width="560" height="190" fill="#7c2d12"/><circle cx="600" cy="495" r="130" fill="#d1d5db"/><circle cx="600" cy="495" r="98" fill="#111827"/><circle cx="600" cy="495" r="56" fill="#1e3a8a"/><circle cx="630" cy="465" r="16" fill="#e0f2fe"/><circle cx="790" cy="350" r="26" fill="#9ca3af"/><path d="M330 360Q120 420 180 620t230 60" stroke="#b91c1c" stroke-width="20" fill="none"/>`,
}
