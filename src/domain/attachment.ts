/**
 * Attachments: a receipt, a photo or a paper that belongs to a record. The bytes lie sealed in a file of their own; a
 * record of the right compartment keeps what it is and the file's hash. A record's file never changes: a newer version
 * is another record.
 */
import { z } from 'zod/mini'
import { isoDate, orderKey, recordId, shortText } from './fields.ts'
import { defineKind, type RecordKind, type RecordOf } from './record-kind.ts'

/** Of one attachment, in clear. */
export const ATTACHMENT_LIMIT_BYTES = 64 * 1024 * 1024

export const attachmentTypes = ['application/pdf', 'image/jpeg', 'image/png', 'image/webp'] as const
export type AttachmentType = (typeof attachmentTypes)[number]

/** As a file dialog wants it. */
export const ATTACHMENT_EXTENSIONS = ['pdf', 'jpg', 'jpeg', 'png', 'webp'] as const

export const attachedFile = z.object({
  /** SHA-256 of the sealed bytes, which is the file's name on every laptop. */
  hash: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
  /** In clear. */
  bytes: z.number().check(z.int(), z.nonnegative(), z.lte(ATTACHMENT_LIMIT_BYTES)),
  type: z.enum(attachmentTypes),
})
export type AttachedFile = z.output<typeof attachedFile>

/** The paper of an entry: a receipt, an invoice, a cheque stub. */
export const receiptFile = defineKind({
  kind: 'receiptFile',
  compartment: 'money',
  fields: {
    entry: recordId,
    /** Null: thrown away for good from the trash. */
    file: z.nullable(attachedFile),
    /** As the file was called when it came; shown only where the entry is. */
    name: shortText,
    order: orderKey,
    addedOn: isoDate,
  },
  defaults: { entry: 'none', file: null, name: '', order: '', addedOn: '2000-01-01' },
})
export type ReceiptFile = RecordOf<typeof receiptFile>

/** A picture or PDF of a newcomer's paper (`document.ts`). */
export const documentFile = defineKind({
  kind: 'document-file',
  compartment: 'care',
  fields: {
    document: recordId,
    /** Null: thrown away for good from the trash. */
    file: z.nullable(attachedFile),
    name: shortText,
    order: orderKey,
    addedOn: isoDate,
  },
  defaults: { document: 'none', file: null, name: '', order: '', addedOn: '2000-01-01' },
})
export type DocumentFile = RecordOf<typeof documentFile>

/** A picture of a home, taken at a viewing or when moving in. Everybody in the group decides about a home, so Team. */
export const homePhoto = defineKind({
  kind: 'home-photo',
  compartment: 'team',
  fields: {
    home: recordId,
    /** Null: thrown away for good from the trash. */
    file: z.nullable(attachedFile),
    name: shortText,
    order: orderKey,
    addedOn: isoDate,
  },
  defaults: { home: 'none', file: null, name: '', order: '', addedOn: '2000-01-01' },
})
export type HomePhoto = RecordOf<typeof homePhoto>

/**
 * A picture of a thing of the household list: what is promised, how worn it is, what a gift's value was judged by. Whoever
 * fetches the thing has to know it again, so Team.
 */
export const itemPhoto = defineKind({
  kind: 'item-photo',
  compartment: 'team',
  fields: {
    item: recordId,
    /** Null: thrown away for good from the trash. */
    file: z.nullable(attachedFile),
    name: shortText,
    order: orderKey,
    addedOn: isoDate,
  },
  defaults: { item: 'none', file: null, name: '', order: '', addedOn: '2000-01-01' },
})
export type ItemPhoto = RecordOf<typeof itemPhoto>

/** Every kind whose field `file` names an attachment: what none of them names is cleared away after a while. */
export const attachmentKinds = [
  receiptFile,
  documentFile,
  homePhoto,
  itemPhoto,
] as const satisfies readonly RecordKind[]

/** An attachment that nothing names, not even the trash, is kept for so long. */
export const KEEP_UNNAMED_DAYS = 90
