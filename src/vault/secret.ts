/**
 * A value that must not be printed, logged or serialised by accident: it shows a placeholder everywhere, and every
 * place that really needs it says `reveal()`, which can be searched for.
 */
const PLACEHOLDER = '[secret]'

export class Secret<T> {
  readonly #value: T

  constructor(value: T) {
    this.#value = value
  }

  reveal(): T {
    return this.#value
  }

  toString(): string {
    return PLACEHOLDER
  }

  toJSON(): string {
    return PLACEHOLDER
  }

  /** What Node's console shows. */
  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return PLACEHOLDER
  }
}
