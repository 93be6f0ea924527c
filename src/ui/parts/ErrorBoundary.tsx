/**
 * One around each screen. Says what is safe, shows a code, and copies details without content: the kind of error and
 * where in our code, never its message, which may quote what somebody typed.
 */
import { Component, type ReactNode } from 'react'
import { ErrorScreen } from './ErrorScreen.tsx'

interface ErrorBoundaryProps {
  /** Which screen this is, for the code: `money`, `reports`. */
  readonly area: string
  readonly children: ReactNode
  /** For the log of codes. */
  readonly onError?: (code: string) => void
}

interface ErrorBoundaryState {
  readonly details: string | null
}

export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override state: ErrorBoundaryState = { details: null }

  static getDerivedStateFromError(error: unknown): ErrorBoundaryState {
    return { details: errorDetails(error) }
  }

  override componentDidCatch(error: unknown) {
    this.props.onError?.(errorCode(this.props.area, errorDetails(error)))
  }

  override render() {
    const { details } = this.state
    if (details === null) return this.props.children
    const code = errorCode(this.props.area, details)
    return (
      <ErrorScreen
        code={code}
        details={`${code}\n${details}`}
        onRetry={() => this.setState({ details: null })}
      />
    )
  }
}

/** The kind of the error and the places in the code. The message is left out on purpose. */
export function errorDetails(error: unknown): string {
  if (!(error instanceof Error)) return typeof error
  const places = (error.stack ?? '')
    .split('\n')
    .filter(line => /^\s*at |@/.test(line))
    .slice(0, 8)
    .map(line => line.replace(/(?:[a-z][a-z+.-]*:\/\/)?(?:[^\s()]*\/)+/gi, '').trim())
  return [error.name, ...places].join('\n')
}

/** Short and the same for the same place, so that two people can tell whether they met the same fault. */
export function errorCode(area: string, details: string): string {
  let hash = 7
  for (const char of details) hash = (hash * 31 + (char.codePointAt(0) ?? 0)) % 1_679_616
  return `${area.toUpperCase()}-${hash.toString(36).padStart(4, '0').toUpperCase()}`
}
