/** The memory host passes the suite of every host. */
import { describe, it } from 'vitest'
import { createMemoryHost, createMemoryMachine, type MemoryHost } from '#host/memory.ts'
import { HOST_CASES, type HostMachine } from './host.ts'

function memoryMachine(): HostMachine {
  const machine = createMemoryMachine()
  let host: MemoryHost = createMemoryHost(machine)
  return {
    async start() {
      host = createMemoryHost(machine)
      return host
    },
    willPick(file, ...more) {
      host.person.picks = file
      host.person.picksToo = more
    },
    willSave(answer) {
      host.person.cancelsSaving = answer === 'cancel'
    },
  }
}

describe('memory host', () => {
  for (const { name, run } of HOST_CASES) it(name, () => run(memoryMachine()))
})
