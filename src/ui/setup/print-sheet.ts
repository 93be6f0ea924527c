/** Opens the system's print dialog. The job's title, which a printer shows and keeps, is neutral. */
export function printSheet(neutralTitle: string): void {
  const title = document.title
  document.title = neutralTitle
  window.print()
  document.title = title
}
