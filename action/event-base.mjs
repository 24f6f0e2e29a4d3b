// Prints the commit that the event of a workflow compares with, or an empty line where it names none.
import {readFileSync} from 'node:fs'
import {env} from 'node:process'

const event = JSON.parse(readFileSync(env.GITHUB_EVENT_PATH, 'utf8'))
const commit = String(event.pull_request?.base?.sha ?? event.merge_group?.base_sha ?? event.before ?? '')

// A push that makes a branch found nothing before it, which is written as zeros.
const isCommit = /^[\da-f]{40,64}$/.test(commit) && !/^0+$/.test(commit)
console.log(isCommit ? commit : '')
