/** A Chromium, Chrome or Edge of this machine, or null. */
export function findChromium(): string | null
export function openInBrowser(address: string): void
