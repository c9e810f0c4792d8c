import { mergeInternalComponents } from '@tarojs/shared'
import { components } from './attributes.js'

mergeInternalComponents(components)
