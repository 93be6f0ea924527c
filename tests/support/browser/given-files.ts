/** Files that a person lets go over the app or pastes into it, and where they come from. */
import type { Locator, Page } from '@playwright/test'

/** A PDF of two pages, as a shop sends one. */
export async function printedPdf(page: Page): Promise<Buffer> {
  const other = await page.context().newPage()
  await other.setContent(`<h1 style="break-after: page">Corner Hardware, kettle 34.95</h1><h1>Thank you</h1>`)
  const pdf = await other.pdf({ format: 'Letter' })
  await other.close()
  return pdf
}

export async function sendFile(
  target: Locator,
  kind: 'drop' | 'paste',
  name: string,
  bytes: Buffer,
): Promise<void> {
  await target.evaluate(
    (element, [of, fileName, base64]) => {
      const transfer = new DataTransfer()
      transfer.items.add(new File([Uint8Array.from(atob(base64), char => char.charCodeAt(0))], fileName))
      const init = { bubbles: true, cancelable: true }
      element.dispatchEvent(
        of === 'drop'
          ? new DragEvent('drop', { ...init, dataTransfer: transfer })
          : new ClipboardEvent('paste', { ...init, clipboardData: transfer }),
      )
    },
    [kind, name, bytes.toString('base64')] as const,
  )
}
