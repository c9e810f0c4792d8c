/** The names of what is chosen in forms. */
import type { ContentOf } from '@/contract/content'
import { type Words, w } from '@/ui/word'

export const sections = {
  overview: w('区情概况', 'Overview'),
  town: w('镇街', 'Town'),
  office: w('单位', 'Office'),
  window: w('办事窗口', 'Service counter'),
  bus: w('公交', 'Bus'),
  rail: w('铁路', 'Rail'),
  sight: w('景点', 'Sight'),
  topic: w('专题', 'Topic'),
} satisfies Record<ContentOf<'page'>['section'], Words>

export const roadEvents = {
  closure: w('封路', 'Closure'),
  works: w('施工', 'Road works'),
  accident: w('事故', 'Accident'),
  jam: w('拥堵', 'Jam'),
  fog: w('大雾', 'Fog'),
} satisfies Record<ContentOf<'road'>['event'], Words>

export const hotlineGroups = {
  emergency: w('紧急求助', 'Emergency'),
  government: w('政务', 'Government'),
  home: w('水电气暖', 'At home'),
  transport: w('交通出行', 'Transport'),
  health: w('医疗健康', 'Health'),
  rights: w('法律维权', 'Rights'),
  safety: w('安全举报', 'Safety'),
  other: w('其他', 'Other'),
} satisfies Record<ContentOf<'hotline'>['group'], Words>

export const situations = {
  child: w('生育', 'A child'),
  school: w('上学', 'School'),
  work: w('就业', 'Work'),
  home: w('住房', 'Housing'),
  health: w('看病', 'Health'),
  old: w('养老', 'Old age'),
  travel: w('出行', 'Travel'),
  business: w('办企业', 'Business'),
} satisfies Record<ContentOf<'service'>['situation'], Words>
