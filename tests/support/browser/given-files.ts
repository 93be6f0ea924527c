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

export const sendFile = (
  target: Locator,
  kind: 'drop' | 'paste',
  name: string,
  bytes: Buffer,
): Promise<void> => sendFiles(target, kind, [{ name, bytes }])

export async function sendFiles(
  target: Locator,
  kind: 'drop' | 'paste',
  files: readonly { readonly name: string; readonly bytes: Buffer }[],
): Promise<void> {
  await target.evaluate(
    (element, [of, given]) => {
      const transfer = new DataTransfer()
      for (const { name, base64 } of given)
        transfer.items.add(new File([Uint8Array.from(atob(base64), char => char.charCodeAt(0))], name))
      const init = { bubbles: true, cancelable: true }
      element.dispatchEvent(
        of === 'drop'
          ? new DragEvent('drop', { ...init, dataTransfer: transfer })
          : new ClipboardEvent('paste', { ...init, clipboardData: transfer }),
      )
    },
    [kind, files.map(({ name, bytes }) => ({ name, base64: bytes.toString('base64') }))] as const,
  )
}

/** Lets the reading of the dropped file of this name wait, as a slow stick does, until the answer is called. */
export async function holdReading(page: Page, held: string): Promise<() => Promise<void>> {
  await page.evaluate(name => {
    const { promise, resolve } = Promise.withResolvers<void>()
    const read = Blob.prototype.arrayBuffer
    File.prototype.arrayBuffer = async function (this: File) {
      if (this.name === name) await promise
      return read.call(this)
    }
    addEventListener('let-go', () => resolve(), { once: true })
  }, held)
  return () => page.evaluate(() => void dispatchEvent(new Event('let-go')))
}
