/** What many hear together, wherever the function dies that brings it: see cloud-deaths-told.ts. */
import { tellDeaths } from './cloud-deaths-told'

tellDeaths('groups')
