/** What the publishing desk and its clock do: see cloud-deaths-told.ts. */
import { tellDeaths } from './cloud-deaths-told'

tellDeaths('releases')
