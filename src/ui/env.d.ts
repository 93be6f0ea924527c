/** Modules that the build makes out of other files: messages from `.po` files, see electron/build/po-messages.ts. */
declare module '*.po' {
  import type { Messages } from '@lingui/core'
  export const messages: Messages
}
