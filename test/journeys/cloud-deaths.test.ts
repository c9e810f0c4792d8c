/** What residents and the desk do to tickets, what the clock does, and signing in: see cloud-deaths-told.ts. */
import { tellDeaths, tellRest } from './cloud-deaths-told'

tellDeaths('tickets')
tellRest()
