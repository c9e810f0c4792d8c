import camera from '@/assets/icon/camera.svg'
import clean from '@/assets/icon/clean.svg'
import health from '@/assets/icon/health.svg'
import housing from '@/assets/icon/housing.svg'
import light from '@/assets/icon/light.svg'
import noise from '@/assets/icon/noise.svg'
import other from '@/assets/icon/other.svg'
import phone from '@/assets/icon/phone.svg'
import school from '@/assets/icon/school.svg'
import search from '@/assets/icon/search.svg'
import traffic from '@/assets/icon/traffic.svg'
import utility from '@/assets/icon/utility.svg'

const icons: Record<string, string> = {
  camera,
  clean,
  health,
  housing,
  light,
  noise,
  other,
  phone,
  school,
  search,
  traffic,
  utility,
}

/** The picture of a category or an action; one that this version does not know looks like 其他. */
export const iconOf = (name: string): string => icons[name] ?? other
