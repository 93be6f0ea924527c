/** Entry of the import worker: bank and calendar files are read off the page. */
import { serveImports } from './import-server.ts'

// The Worker library types `self` as a window-like union; here it is a dedicated worker's scope.
serveImports(self as unknown as Parameters<typeof serveImports>[0])
