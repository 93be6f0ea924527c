/** Whether this browser can show a file at all: asked before it is attached, so that nobody finds it broken in January. */
import type { AttachmentType } from '#domain/attachment.ts'
import type { NewAttachment } from '#state/attachments.ts'
import { pictureAddress } from './picture-address.ts'

export async function checkShown(
  { type, bytes }: NewAttachment,
  startPdfWorker: () => Worker,
): Promise<'shown' | 'password' | 'unreadable'> {
  if (type !== 'application/pdf') return canDecode(type, bytes)
  const { openPdf } = await import('./pdf-document.ts')
  const opened = await openPdf(bytes, startPdfWorker())
  if (!opened.ok) return opened.problem
  opened.value.close()
  return opened.value.pages > 0 ? 'shown' : 'unreadable'
}

async function canDecode(type: AttachmentType, bytes: Uint8Array): Promise<'shown' | 'unreadable'> {
  try {
    await decode(type, bytes)
    return 'shown'
  } catch {
    return 'unreadable'
  }
}

/** From the bytes where the browser has that: of pictures with an address it keeps hundreds in the memory. */
async function decode(type: AttachmentType, bytes: Uint8Array): Promise<void> {
  if ('ImageDecoder' in globalThis && (await ImageDecoder.isTypeSupported(type))) {
    const decoder = new ImageDecoder({ type, data: bytes as Uint8Array<ArrayBuffer> })
    try {
      const { image } = await decoder.decode()
      image.close()
    } finally {
      decoder.close()
    }
    return
  }
  const picture = new Image()
  picture.src = pictureAddress(type, bytes)
  await picture.decode()
}
