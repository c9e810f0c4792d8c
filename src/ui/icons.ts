import about from '@/assets/icon/about.svg'
import camera from '@/assets/icon/camera.svg'
import clean from '@/assets/icon/clean.svg'
import health from '@/assets/icon/health.svg'
import housing from '@/assets/icon/housing.svg'
import issues from '@/assets/icon/issues.svg'
import light from '@/assets/icon/light.svg'
import news from '@/assets/icon/news.svg'
import noise from '@/assets/icon/noise.svg'
import other from '@/assets/icon/other.svg'
import person from '@/assets/icon/person.svg'
import phone from '@/assets/icon/phone.svg'
import school from '@/assets/icon/school.svg'
import search from '@/assets/icon/search.svg'
import services from '@/assets/icon/services.svg'
import tickets from '@/assets/icon/tickets.svg'
import traffic from '@/assets/icon/traffic.svg'
import utility from '@/assets/icon/utility.svg'
import weather from '@/assets/icon/weather.svg'

const icons: Record<string, string> = {
  about,
  camera,
  clean,
  health,
  housing,
  issues,
  light,
  news,
  noise,
  other,
  person,
  phone,
  school,
  search,
  services,
  tickets,
  traffic,
  utility,
  weather,
}

/** The picture of a category or an action; one that this version does not know looks like 其他. */
export const iconOf = (name: string): string => icons[name] ?? other
