/** Drawn sample photos: flat scenes, 1200 × 900, without words. Never a photo of a real person or place. */
import { COVERS, type CoverName, covers } from './covers'

const SCENES = ['jam', 'cones', 'lane', 'lamp', 'lit', 'rubbish', 'clean', 'pothole', 'leak'] as const
type SceneName = (typeof SCENES)[number]
export const PICTURES = [...SCENES, ...COVERS] as const
export type PictureName = SceneName | CoverName

const car = (x: number, y: number, colour: string, scale = 1) =>
  `<g transform="translate(${x} ${y}) scale(${scale})"><path d="M10 60h190a14 14 0 0 0 14-14v-8a16 16 0 0 0-13-16l-36-8-30-24a20 20 0 0 0-12-4H74a20 20 0 0 0-15 7L38 20 14 26A14 14 0 0 0 4 40v12a8 8 0 0 0 6 8z" transform="translate(0 24)" fill="${colour}"/><path d="M72 8h46l26 20H56z" transform="translate(0 12)" fill="#dbeafe"/><circle cx="52" cy="86" r="20" fill="#1f2937"/><circle cx="164" cy="86" r="20" fill="#1f2937"/><circle cx="52" cy="86" r="8" fill="#9ca3af"/><circle cx="164" cy="86" r="8" fill="#9ca3af"/></g>`
const lorry = (x: number, y: number, colour: string) =>
  `<g transform="translate(${x} ${y})"><rect y="0" width="230" height="130" rx="6" fill="${colour}"/><path d="M236 40h60l34 44v46h-94z" fill="#334155"/><path d="M250 52h40l22 30h-62z" fill="#dbeafe"/><circle cx="60" cy="138" r="24" fill="#111827"/><circle cx="180" cy="138" r="24" fill="#111827"/><circle cx="286" cy="138" r="24" fill="#111827"/></g>`
const cone = (x: number, y: number) =>
  `<g transform="translate(${x} ${y})"><path d="M30 0h20l26 90H4z" fill="#f97316"/><path d="M22 32h36l6 20H16z" fill="#fff"/><rect y="88" width="80" height="14" rx="4" fill="#ea580c"/></g>`
const road = (sky: string, ground: string) =>
  `<rect width="1200" height="900" fill="${sky}"/><path d="M0 430q300-60 600-20t600-30v120H0z" fill="${ground}"/><rect y="470" width="1200" height="430" fill="#64748b"/><path d="M0 690h1200" stroke="#f8fafc" stroke-width="10" stroke-dasharray="90 60"/>`
const lampPost = (glow: string) =>
  `<path d="M590 780V210q0-60 60-60h130" fill="none" stroke="#475569" stroke-width="22"/><path d="M760 136h110l20 34H740z" fill="#334155"/>${glow}`
const bags = (x: number, y: number) =>
  `<g transform="translate(${x} ${y})"><path d="M20 140Q-10 60 60 40l10-30 20 30q70 20 50 100z" fill="#1f2937"/><path d="M120 150q-20-80 40-90l8-24 16 26q60 20 36 88z" fill="#374151"/><path d="M210 150q-12-60 34-70l6-20 14 20q44 14 30 70z" fill="#111827"/></g>`

const DRAWINGS: Record<PictureName, string> = {
  ...covers,
  jam: `${road('#c7d2dd', '#94a3b8')}${lorry(40, 500, '#b45309')}${car(400, 560, '#dc2626')}${lorry(640, 500, '#0f766e')}${car(1000, 570, '#f8fafc')}${car(60, 760, '#1d4ed8', 1.15)}${car(380, 770, '#a16207', 1.15)}${car(700, 760, '#e5e7eb', 1.15)}${car(1000, 770, '#7c3aed', 1.15)}`,
  cones: `${road('#bfdbfe', '#86a97a')}${cone(180, 560)}${cone(420, 600)}${cone(660, 640)}${cone(900, 680)}${car(520, 480, '#dc2626')}<rect x="930" y="180" width="190" height="130" rx="10" fill="#1d4ed8"/><path d="M975 285V220m-22 24 22-26 22 26M1070 285V220m-22 24 22-26 22 26" stroke="#fff" stroke-width="12" fill="none"/><path d="M1025 310v190" stroke="#475569" stroke-width="16"/>`,
  lane: `${road('#dbeafe', '#7fa874')}<path d="M0 590h1200M0 800h1200" stroke="#facc15" stroke-width="14"/>${lorry(760, 640, '#0f766e')}${car(140, 480, '#dc2626')}${car(620, 475, '#1d4ed8')}`,
  lamp: `<rect width="1200" height="900" fill="#0f172a"/><circle cx="180" cy="150" r="50" fill="#e2e8f0"/><rect y="640" width="1200" height="260" fill="#1e293b"/><rect x="80" y="360" width="300" height="280" fill="#111c33"/><path d="M120 400h60v60h-60zM260 400h60v60h-60z" fill="#334155"/>${lampPost('')}`,
  lit: `<rect width="1200" height="900" fill="#1e293b"/><rect y="640" width="1200" height="260" fill="#334155"/><path d="M815 176 560 700h520z" fill="#fde68a" opacity=".45"/>${lampPost('<ellipse cx="815" cy="172" rx="70" ry="20" fill="#fef3c7"/>')}<rect x="80" y="360" width="300" height="280" fill="#273449"/><path d="M120 400h60v60h-60zM260 400h60v60h-60z" fill="#fcd34d"/>`,
  rubbish: `<rect width="1200" height="900" fill="#d6d3d1"/><rect width="1200" height="520" fill="#a8a29e"/><path d="M0 130h1200M0 260h1200M0 390h1200" stroke="#8f8983" stroke-width="6"/><rect y="520" width="1200" height="380" fill="#78716c"/><rect x="760" y="330" width="260" height="290" rx="14" fill="#166534"/><rect x="744" y="310" width="292" height="36" rx="12" fill="#14532d"/>${bags(120, 520)}${bags(380, 600)}${bags(700, 640)}${bags(60, 680)}`,
  clean: `<rect width="1200" height="900" fill="#d6d3d1"/><rect width="1200" height="520" fill="#a8a29e"/><path d="M0 130h1200M0 260h1200M0 390h1200" stroke="#8f8983" stroke-width="6"/><rect y="520" width="1200" height="380" fill="#8d857f"/><rect x="760" y="330" width="260" height="290" rx="14" fill="#166534"/><rect x="744" y="310" width="292" height="36" rx="12" fill="#14532d"/>`,
  pothole: `${road('#cbd5e1', '#84a07a')}<path d="M430 720q40-70 190-66t220 70-120 90-230-6-60-88z" fill="#1f2937"/><path d="M470 726q50-46 160-40t170 52-110 56-180-8-40-60z" fill="#475569"/>${car(60, 480, '#1d4ed8')}`,
  leak: `<rect width="1200" height="900" fill="#e2e8f0"/><rect y="520" width="1200" height="380" fill="#94a3b8"/><path d="M80 480h460v70H80zM660 480h460v70H660z" fill="#0369a1"/><rect x="500" y="460" width="60" height="110" rx="8" fill="#075985"/><rect x="640" y="460" width="60" height="110" rx="8" fill="#075985"/><path d="M600 510Q520 330 430 300M600 510Q600 320 610 240M600 510q90-190 200-210" stroke="#38bdf8" stroke-width="20" fill="none" stroke-linecap="round"/><path d="M240 760q180-120 380-110t370 90-220 100-400-4-130-76z" fill="#7dd3fc"/>`,
}

/** The drawing as an SVG document. */
export const svgOf = (name: PictureName): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 900" width="1200" height="900">${DRAWINGS[name]}</svg>`
