/** Sealing and opening attachments of one unlocked group, each under a key of its own. */
import { err, ok } from '#domain/result.ts'
import { hashHex, type RandomBytes, randomId } from './bytes.ts'
import type { OpenGroup } from './open-group.ts'
import {
  attachmentKeyUse,
  openAttachmentBytes,
  readAttachmentHead,
  sealAttachmentBytes,
} from './sealed-attachment.ts'
import type { AttachmentSealer } from './vault.ts'

export function createAttachmentSealing({ ring, genesis }: OpenGroup, random: RandomBytes): AttachmentSealer {
  const { vault } = genesis
  return {
    sealAttachment: async (compartment, body) => {
      const attachment = randomId(random)
      const epoch = ring.current(compartment)
      const key =
        epoch === undefined ? undefined : await ring.key(compartment, epoch, attachmentKeyUse(attachment))
      if (epoch === undefined || key === undefined)
        throw new Error('this laptop has no key for the compartment')
      const bytes = await sealAttachmentBytes({ vault, compartment, epoch, attachment }, key, random, body)
      return { hash: await hashHex(bytes), bytes }
    },
    openAttachment: async (compartment, hash, bytes) => {
      if ((await hashHex(bytes)) !== hash) return err({ kind: 'damaged' })
      const head = readAttachmentHead(bytes)
      if (!head.ok) return head
      // A record of one compartment that names a file of another one would move it there: an attack or a bug.
      if (head.value.vault !== vault || head.value.compartment !== compartment)
        return err({ kind: 'damaged' })
      const key = await ring.key(compartment, head.value.epoch, attachmentKeyUse(head.value.attachment))
      if (key === undefined) return err({ kind: 'no-key' })
      const body = await openAttachmentBytes(key, bytes)
      return body === null ? err({ kind: 'damaged' }) : ok(body)
    },
    attachmentCompartment: async bytes => {
      const head = readAttachmentHead(bytes)
      return head.ok && head.value.vault === vault ? head.value.compartment : null
    },
  }
}
