/**
 * Programs that tests compare with: `age`, `hledger`, LibreOffice, poppler, ExifTool and Python's icalendar read what the
 * app wrote. On a Debian machine where that is allowed (as root, as in CI) they are installed; elsewhere the tests that
 * need one are left out.
 */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

const TOOLS = [
  { name: 'age', command: 'age', debian: 'age', leftOut: 'opening our key files with the stock age command' },
  { name: 'hledger', command: 'hledger', debian: 'hledger', leftOut: 'adding up our journal with hledger' },
  {
    name: 'LibreOffice',
    command: 'soffice',
    debian: 'libreoffice-calc',
    leftOut: 'opening our spreadsheets in LibreOffice',
  },
  {
    name: 'pdftotext',
    command: 'pdftotext',
    debian: 'poppler-utils',
    leftOut: 'reading our PDF reports back',
  },
  {
    name: 'ExifTool',
    command: 'exiftool',
    debian: 'libimage-exiftool-perl',
    leftOut: 'looking for notes of cameras in attached pictures',
  },
  {
    name: 'icalendar for Python',
    command: 'python3',
    // Debian's module is for Debian's Python, which need not be the first on the path.
    python: { path: '/usr/bin/python3', module: 'icalendar' },
    debian: 'python3-icalendar',
    leftOut: 'reading our calendar files back with a second program',
  },
  {
    name: 'vobject for Python',
    command: 'python3',
    python: { path: '/usr/bin/python3', module: 'vobject' },
    debian: 'python3-vobject',
    leftOut: 'reading our contact files back with a second program',
  },
]

/** @param {string} command */
export function isOnPath(command) {
  const names = process.platform === 'win32' ? [`${command}.exe`, `${command}.cmd`] : [command]
  const folders = (process.env.PATH ?? '').split(delimiter)
  return folders.some(folder => names.some(name => existsSync(join(folder, name))))
}

/** @param {{ path: string, module: string }} python */
const hasModule = ({ path, module }) =>
  [path, 'python3'].some(
    name => spawnSync(name, ['-c', `import ${module}`], { stdio: 'ignore', timeout: 60_000 }).status === 0,
  )

export const missingTools = () =>
  TOOLS.filter(({ command, python }) => (python ? !hasModule(python) : !isOnPath(command)))

const canInstall = () => process.platform === 'linux' && process.getuid?.() === 0 && isOnPath('apt-get')

/** Installs what is missing where that is possible. @param {() => string | null} findChromium */
export async function offerTools(findChromium) {
  const packages = missingTools().map(({ debian }) => debian)
  if (findChromium() === null) packages.push('chromium')
  if (packages.length === 0 || !canInstall()) return
  console.log(`Installing ${packages.join(', ')}…`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const quiet = { stdio: 'ignore', env, timeout: 600_000 }
  spawnSync('apt-get', ['update'], quiet)
  spawnSync('apt-get', ['install', '-y', '--no-install-recommends', ...packages], quiet)
}
