import { internalComponents } from '@tarojs/shared'
import { components } from './attributes.js'

Object.assign(internalComponents, components)
