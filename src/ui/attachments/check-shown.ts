/** Whether this browser can show a file at all: asked before it is attached, so that nobody finds it broken in January. */
import type { NewAttachment } from '#state/attachments.ts'
import { pictureAddress } from './picture-address.ts'

export async function checkShown(
  { type, bytes }: NewAttachment,
  startPdfWorker: () => Worker,
): Promise<'shown' | 'password' | 'unreadable'> {
  if (type !== 'application/pdf') return canDecode(pictureAddress(type, bytes))
  const { openPdf } = await import('./pdf-document.ts')
  const opened = await openPdf(bytes, startPdfWorker())
  if (!opened.ok) return opened.problem
  opened.value.close()
  return opened.value.pages > 0 ? 'shown' : 'unreadable'
}

async function canDecode(address: string): Promise<'shown' | 'unreadable'> {
  const picture = new Image()
  picture.src = address
  try {
    await picture.decode()
    return 'shown'
  } catch {
    return 'unreadable'
  }
}
