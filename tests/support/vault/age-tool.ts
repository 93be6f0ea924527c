/** Debian's `age`, which takes a passphrase from a terminal and nowhere else: one is made for it. */
import { spawnSync } from 'node:child_process'
import { isOnPath } from '../tools.mjs'

const TYPE_PASSPHRASE = `
import os, pty, sys
child, terminal = pty.fork()
if child == 0:
    os.execvp('age', ['age', '-d', '-o', sys.argv[2], sys.argv[1]])
asked = b''
while b':' not in asked:
    asked += os.read(terminal, 1024)
os.write(terminal, sys.argv[3].encode() + b'\\n')
try:
    while os.read(terminal, 1024): pass
except OSError:
    pass
sys.exit(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
`
const AGE_MS = 60_000

export const canRunAge = isOnPath('age') && isOnPath('python3')

/** True when `age -d` opened `sealed` and wrote what was in it to `plain`. */
export const opensWithAge = (sealed: string, plain: string, passphrase: string): boolean =>
  spawnSync('python3', ['-c', TYPE_PASSPHRASE, sealed, plain, passphrase], { timeout: AGE_MS }).status === 0
