/** The district that the emulated functions are built with: the sample one, changed as a test says when it deploys them. */
import { caofeidian as sample } from '../../src/district/caofeidian/district'

export const caofeidian = { ...sample, ...JSON.parse(process.env.TOWN_DISTRICT ?? '{}') }
