/** The worker's half of the conversation: takes a request, asks the vault, and says what to transfer with the answer. */
import { unreachable } from '#domain/result.ts'
import type { OpenedRecord, Vault } from './vault.ts'
import { type Answer, type Call, pack, type Request, unpack } from './vault-rpc.ts'

export interface Reply {
  readonly answer: Answer
  readonly transfer: ArrayBuffer[]
}

export async function answerRequest(vault: Vault, request: Request): Promise<Reply> {
  try {
    const { value, transfer } = await run(vault, request)
    return { answer: { id: request.id, value, identity: identityOrNull(vault) }, transfer }
  } catch (thrown) {
    // Only a bug throws. Its message is a fixed sentence of this folder or of WebCrypto, never what was typed.
    const failed = thrown instanceof Error ? thrown.message : 'the vault failed'
    return { answer: { id: request.id, failed }, transfer: [] }
  }
}

function identityOrNull(vault: Vault): Vault['identity'] | null {
  try {
    return vault.identity
  } catch {
    return null
  }
}

/** Only buffers that the vault does not keep are transferred: key files stay with it and are copied. */
async function run(vault: Vault, call: Call): Promise<{ value: unknown; transfer: ArrayBuffer[] }> {
  const copied = async (value: Promise<unknown>) => ({ value: await value, transfer: [] })
  switch (call.method) {
    case 'open': {
      const opened = await vault.open(unpack(call.args[0]))
      return packOpened(opened)
    }
    case 'create':
      return copied(vault.create(...call.args))
    case 'unlock':
      return copied(vault.unlock(...call.args))
    case 'recover':
      return copied(vault.recover(...call.args))
    case 'adoptCopy':
      return copied(vault.adoptCopy(...call.args))
    case 'provePaper':
      return copied(vault.provePaper(...call.args))
    case 'changePassphrase':
      return copied(vault.changePassphrase(...call.args))
    case 'keepForSelf':
      return copied(vault.keepForSelf(...call.args))
    case 'readForSelf':
      return copied(vault.readForSelf(...call.args))
    case 'createCare':
      return copied(vault.createCare(...call.args))
    case 'rowIds':
      return copied(vault.rowIds(...call.args))
    case 'beginSession':
      return copied(vault.beginSession(...call.args))
    case 'seal':
      return copied(vault.seal(...call.args))
    case 'sealPage':
      return copied(vault.sealPage(...call.args))
    case 'openPage': {
      const page = await vault.openPage(...call.args)
      return { value: page, transfer: page.ok ? bufferOf(page.value) : [] }
    }
    case 'sealAttachment': {
      const sealed = await vault.sealAttachment(...call.args)
      return { value: sealed, transfer: bufferOf(sealed.bytes) }
    }
    case 'openAttachment': {
      const opened = await vault.openAttachment(...call.args)
      return { value: opened, transfer: opened.ok ? bufferOf(opened.value) : [] }
    }
    case 'attachmentCompartment':
      return copied(vault.attachmentCompartment(...call.args))
    case 'sign':
      return copied(vault.sign(...call.args))
    case 'verify':
      return copied(vault.verify(...call.args))
    default:
      return unreachable(call)
  }
}

const bufferOf = ({ buffer }: Uint8Array): ArrayBuffer[] => (buffer instanceof ArrayBuffer ? [buffer] : [])

function packOpened(opened: readonly OpenedRecord[]): { value: unknown; transfer: ArrayBuffer[] } {
  const bodies = pack(opened.flatMap(record => (record.kind === 'opened' ? [record.body] : [])))
  const records = opened.map(record => {
    if (record.kind !== 'opened') return record
    const { body: _packed, ...header } = record
    return header
  })
  return { value: { records, bodies }, transfer: [bodies.buffer] }
}
