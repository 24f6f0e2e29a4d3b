import {workerData} from 'node:worker_threads'
import {type Task, writeDigests} from './digests.ts'

writeDigests(workerData as Task)
