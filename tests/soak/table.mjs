/** The table of figures in `docs/reliability.md`: a line a kind, the last soak of each kind stands. */
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { arch, cpus, platform, release } from 'node:os'

const BEGIN = '<!-- figures: written by npm run soak -->'
const END = '<!-- /figures -->'

const cell = text => String(text).replaceAll('|', '\\|')

function chromium() {
  try {
    return (
      /[\d.]+/.exec(execFileSync('chromium', ['--version'], { encoding: 'utf8', stdio: 'pipe' }))?.[0] ?? ''
    )
  } catch {
    return ''
  }
}

/** @typedef {{ kind: string, cases: number, failures: number, note: string }} Figures */

/** What several tests report of one kind is one line. @param {Figures[]} figures @returns {Figures[]} */
export function mergeFigures(figures) {
  const merged = new Map()
  for (const each of figures) {
    const before = merged.get(each.kind)
    merged.set(
      each.kind,
      before === undefined
        ? each
        : {
            kind: each.kind,
            cases: before.cases + each.cases,
            failures: before.failures + each.failures,
            note: `${before.note}; ${each.note}`,
          },
    )
  }
  return [...merged.values()]
}

/** @param {string} path @param {{ seed: number, figures: Figures[] }} soak */
export function rewriteTable(path, { seed, figures }) {
  const text = readFileSync(path, 'utf8')
  const [before = '', rest = ''] = text.split(BEGIN)
  const [table = '', after = ''] = rest.split(END)
  const rows = new Map(
    table
      .split('\n')
      .filter(line => line.startsWith('| ') && !line.startsWith('| what') && !line.startsWith('| -'))
      .map(line => [line.split(' | ')[0]?.slice(2) ?? '', line]),
  )
  const day = new Date().toISOString().slice(0, 10)
  const machine = `${cpus().length} cores, ${platform()} ${release().split('-')[0]} ${arch()}, Chromium ${chromium().split('.')[0]}`
  for (const { kind, cases, failures, note } of figures)
    rows.set(cell(kind), `| ${[kind, cases, failures, note, seed, day, machine].map(cell).join(' | ')} |`)
  const head = [
    '| what | cases | lost or wrong | besides | seed | date | machine |',
    '|---|---|---|---|---|---|---|',
  ]
  writeFileSync(
    path,
    [before, BEGIN, '\n', [...head, ...rows.values()].join('\n'), '\n', END, after].join(''),
  )
}
