import {spawn} from 'node:child_process'
import {readdirSync, readFileSync, rmSync, statSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {execPath} from 'node:process'
import {setTimeout as wait} from 'node:timers/promises'
import {expect, test} from 'vitest'
import {builtProgram} from './built-program.ts'
import {warned} from './catalint.ts'
import {workspace} from './workspace.ts'

const {program} = builtProgram()

/** Long enough that writing it takes a while, and quickly read. */
const before = `${warned}\n${'说明'.repeat(5000)}\n`
const after = before.replaceAll(' 》', '》')
const names = Array.from({length: 12}, (_, index) => `${String(index).padStart(2, '0')}.md`)
const kills = 200

interface Tally {
  kills: number
  /** How often some files were fixed and others not. */
  halfway: number
  /** How often a file was just being written. */
  writing: number
}

test(`killing the program leaves every file old or new, ${kills} times`, async () => {
  const tally: Tally = {kills: 0, halfway: 0, writing: 0}
  await Promise.all([killRepeatedly(tally), killRepeatedly(tally)])
  // The moments were spread over the run, else the test says nothing.
  expect(tally.halfway).toBeGreaterThan(kills / 4)
  expect(tally.writing).toBeGreaterThan(0)
}, 300_000)

async function killRepeatedly(tally: Tally): Promise<void> {
  const cwd = workspace(Object.fromEntries(names.map((name) => [name, before])))
  while (tally.kills < kills) {
    if (!(await killOnce(cwd))) continue
    tally.kills++
    const fixed = names.filter((name) => isFixed(join(cwd, name)))
    const drafts = readdirSync(cwd).filter((name) => !names.includes(name))
    expect(drafts.filter((name) => !/^\.catalint-[\da-f-]{36}$/.test(name))).toEqual([])
    if (fixed.length > 0 && fixed.length < names.length) tally.halfway++
    if (drafts.length > 0) tally.writing++
    for (const name of fixed) writeFileSync(join(cwd, name), before)
    for (const name of drafts) rmSync(join(cwd, name))
  }
}

/** Waits until some file has been fixed and a little longer. False where the program had ended by itself. */
async function killOnce(cwd: string): Promise<boolean> {
  const child = spawn(execPath, [program, '--fix', '.'], {cwd, stdio: 'ignore'})
  const ended = new Promise<boolean>((resolve) =>
    child.on('exit', (_, signal) => resolve(signal === 'SIGKILL')),
  )
  const awaited = join(cwd, names[Math.floor(Math.random() * names.length)] ?? '')
  while (child.exitCode === null && statSync(awaited).size === Buffer.byteLength(before)) await wait(1)
  await wait(Math.random() * 5)
  child.kill('SIGKILL')
  return await ended
}

/** Whether the file has the new text. Anything else but the old one fails. */
function isFixed(path: string): boolean {
  const text = readFileSync(path, 'utf8')
  if (text !== after && text !== before) {
    throw new Error(`${path} has ${text.length} characters, and neither the old nor the new text`)
  }
  return text === after
}
