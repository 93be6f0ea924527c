/** Property tests throw the same cases each time, until a soak moves the seed on: a run that fails can be run again. */
import fc from 'fast-check'
import { seed } from './size.ts'

fc.configureGlobal({ seed })
