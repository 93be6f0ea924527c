/** A file that a person picked, dropped or pasted, looked at before it is attached. */
import { ATTACHMENT_LIMIT_BYTES } from '#domain/attachment.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { type AttachmentFileProblem, checkAttachment } from '#imports/attachment-file.ts'
import type { NewAttachment } from './attachments.ts'

export type PaperProblem = AttachmentFileProblem | { readonly kind: 'too-big' }

export function checkPaper(name: string, bytes: Uint8Array): Result<NewAttachment, PaperProblem> {
  if (bytes.length > ATTACHMENT_LIMIT_BYTES) return err({ kind: 'too-big' })
  const checked = checkAttachment(bytes)
  return checked.ok ? ok({ name, ...checked.value }) : checked
}
