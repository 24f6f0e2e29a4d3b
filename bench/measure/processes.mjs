// Runs whole processes: how long they take in turn, what they print, how much memory they hold.
import {spawn, spawnSync} from 'node:child_process'
import {mkdtempSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'

// On Node 20 this variable makes every start slower, whatever is started.
const {NODE_EXTRA_CA_CERTS: _, ...env} = process.env
const hook = fileURLToPath(new URL('memory-hook.cjs', import.meta.url))

/** The longest that a process may take, where nothing else is said. */
const longest = 10 * 60 * 1000

/** Times tools in turn, after one round that warms the file system up. `times[tool][round]`, in milliseconds. */
export function inTurn(tools, rounds) {
  const times = tools.map(() => [])
  for (let round = 0; round <= rounds; round++) {
    for (const [index, tool] of tools.entries()) {
      const time = wall(tool)
      if (round > 0) times[index].push(time)
    }
  }
  return times
}

function wall(tool) {
  tool.before?.()
  const start = performance.now()
  const ended = spawnSync(tool.command, tool.argv, {...optionsOf(tool), stdio: 'ignore'})
  const time = performance.now() - start
  checkEnd(tool, ended)
  return time
}

/** What a tool prints, on both of its outputs. */
export function outputOf(tool) {
  const ended = spawnSync(tool.command, tool.argv, {
    ...optionsOf(tool),
    stdio: ['ignore', 'pipe', 'pipe'],
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  })
  checkEnd(tool, ended)
  return {stdout: ended.stdout, stderr: ended.stderr}
}

function optionsOf({cwd, timeout = longest}) {
  return {env, cwd, timeout, killSignal: 'SIGKILL'}
}

/** A tool that failed has not done the work. */
function checkEnd({name, argv, statuses = [0, 1]}, {status, signal, error, stderr}) {
  if (!error && statuses.includes(status)) return
  throw new Error(`${name} ended with ${error ?? signal ?? status}: ${argv.join(' ')}\n${stderr ?? ''}`)
}

/** The most memory that a tool held, in MiB: what Node.js says of itself, else what Linux says of the process. */
export async function peakOf(tool) {
  const folder = mkdtempSync(join(tmpdir(), 'catalint-peak-'))
  const file = join(folder, 'peaks')
  try {
    tool.before?.()
    const hooked = {...env, NODE_OPTIONS: `--require ${hook}`, CATALINT_BENCH_PEAKS: file}
    const child = spawn(tool.command, tool.argv, {...optionsOf(tool), env: hooked, stdio: 'ignore'})
    const watched = watch(child.pid)
    const [status, signal] = await new Promise((resolve, reject) => {
      child.on('error', reject)
      child.on('close', (...end) => resolve(end))
    })
    clearInterval(watched.timer)
    checkEnd(tool, {status, signal})
    return Math.max(watched.kilobytes, ...linesOf(file)) / 1024
  } finally {
    rmSync(folder, {recursive: true, force: true})
  }
}

/** Reads from Linux the most that a process has held so far, again and again. */
function watch(pid) {
  const watched = {kilobytes: 0}
  watched.timer = setInterval(() => {
    try {
      const [, kilobytes] = /^VmHWM:\s*(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
      watched.kilobytes = Math.max(watched.kilobytes, Number(kilobytes ?? 0))
    } catch {
      // It has ended, or this is not Linux.
    }
  }, 5)
  return watched
}

function linesOf(file) {
  try {
    return readFileSync(file, 'utf8').trim().split('\n').map(Number)
  } catch {
    // Not a Node.js process.
    return []
  }
}
