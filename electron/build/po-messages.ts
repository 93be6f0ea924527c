/**
 * Turns a gettext `.po` file into a module of compiled ICU messages at build time, so that the page ships plain
 * data (no parser, no eval). Message ids are explicit; an empty translation falls back to nothing, which the
 * locale tests refuse.
 */
import { readFileSync } from 'node:fs'
import { compileMessage } from '@lingui/message-utils/compileMessage'
import PO from 'pofile'
import type { Plugin } from 'vite'

/** The messages of one PO file, compiled for `@lingui/core`, keyed by message id. */
export function compilePo(text: string): Record<string, unknown> {
  const messages: Record<string, unknown> = {}
  for (const item of PO.parse(text).items) {
    const translation = item.msgstr[0]
    if (translation) messages[item.msgid] = compileMessage(translation)
  }
  return messages
}

export function poMessages(): Plugin {
  return {
    name: 'porchlight:po-messages',
    load(id) {
      const path = id.split('?')[0] ?? id
      if (!path.endsWith('.po')) return null
      return `export const messages = JSON.parse(${JSON.stringify(JSON.stringify(compilePo(readFileSync(path, 'utf8'))))})`
    },
  }
}
