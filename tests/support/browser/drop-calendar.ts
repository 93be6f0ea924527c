/** A calendar file that is let go over the field; the demo cannot open the system's window. */
import type { Page } from '@playwright/test'

export async function dropCalendar(page: Page, lines: readonly string[]): Promise<void> {
  const dataTransfer = await page.evaluateHandle(text => {
    const transfer = new DataTransfer()
    transfer.items.add(new File([text], 'school.ics'))
    return transfer
  }, lines.join('\r\n'))
  await page.getByTestId('drop-calendar').dispatchEvent('drop', { dataTransfer })
}
