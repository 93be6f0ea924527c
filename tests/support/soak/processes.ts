/** Processes of one Chromium profile, found in `/proc`: what is killed here is killed as the kernel does it. */
import { readdirSync, readFileSync } from 'node:fs'

export interface FoundProcess {
  readonly pid: number
  readonly parent: number
  readonly command: string
}

function readProcess(pid: number): FoundProcess[] {
  try {
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
    // The name stands in brackets and may hold spaces.
    const behindName = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1) ?? ''
    return [{ pid, parent: Number(behindName.split(' ')[1]), command }]
  } catch {
    // Ended while it was looked at.
    return []
  }
}

/** Every process of the browser whose `--user-data-dir` is `profile`, the browser process first. */
export function processesOf(profile: string): readonly FoundProcess[] {
  const all = readdirSync('/proc')
    .filter(name => /^\d+$/.test(name))
    .flatMap(name => readProcess(Number(name)))
  const family = all.filter(
    ({ command }) => command.includes(`--user-data-dir=${profile}`) && !command.includes('--type='),
  )
  // The list grows while it is walked: children of children too.
  for (const member of family)
    family.push(...all.filter(each => each.parent === member.pid && !family.includes(each)))
  return family
}

export const isRenderer = ({ command }: FoundProcess): boolean => command.includes('--type=renderer')

function killNow({ pid }: FoundProcess): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // Gone already.
  }
}

/** Ends the processes that run pages; the browser stays. */
export function killRenderers(profile: string): number {
  const renderers = processesOf(profile).filter(isRenderer)
  for (const each of renderers) killNow(each)
  return renderers.length
}

/** Ends all of it, as a power cut does for a program. */
export function killAll(profile: string): void {
  for (const each of processesOf(profile)) killNow(each)
}
