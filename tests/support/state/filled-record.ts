/**
 * A record of any kind with something in every field: made from its schemas, so that a field which is added tomorrow is
 * filled too. Each text is one that stands nowhere else, and each id refers to what the caller says.
 */
import type { z } from 'zod/mini'
import { isoDate, isoMonth, longText, recordId, shortText } from '#domain/fields.ts'
import { type RecordKind, type RecordOf, readRecord } from '#domain/record-kind.ts'

type Schema = z.core.$ZodType

export interface FilledRecord<K extends RecordKind> {
  readonly record: RecordOf<K>
  /** Every text that somebody could have typed, by `kind.field.part`. */
  readonly texts: ReadonlyMap<string, string>
}

/** Paths at which the kind holds an id, `task.links.id`, in the order of its fields. */
export function idPaths(kind: RecordKind): readonly string[] {
  const paths: string[] = []
  for (const [name, schema] of Object.entries(kind.fields))
    walk(schema as Schema, `${kind.kind}.${name}`, (at, path) => {
      if (at === recordId) paths.push(path)
    })
  return paths
}

function walk(schema: Schema, path: string, visit: (schema: Schema, path: string) => void): void {
  visit(schema, path)
  for (const [name, inner] of innerOf(schema)) walk(inner, name === '' ? path : `${path}.${name}`, visit)
}

function innerOf(schema: Schema): readonly (readonly [string, Schema])[] {
  const { def } = (schema as z.core.$ZodTypes)._zod
  switch (def.type) {
    case 'nullable':
      return [['', def.innerType]]
    case 'array':
      return [['', def.element]]
    case 'union':
      return def.options.map(option => ['', option] as const)
    case 'object':
      return Object.entries(def.shape)
    default:
      return []
  }
}

export function filledRecord<K extends RecordKind>(
  kind: K,
  id: string,
  refer: (path: string) => string,
  say: (path: string) => string = path => `text of ${path}`,
): FilledRecord<K> {
  const texts = new Map<string, string>()
  const filled: Record<string, unknown> = {}
  for (const [name, schema] of Object.entries(kind.fields)) {
    const path = `${kind.kind}.${name}`
    filled[name] = fillOf(schema as Schema, path, kind.defaults[name], { refer, say, texts })
  }
  const record = readRecord(kind, { id, kind: kind.kind, deleted: false, fields: filled as never })
  for (const [path, text] of texts)
    if (!JSON.stringify(record).includes(text)) throw new Error(`could not be filled: ${path}`)
  return { record, texts }
}

interface Filling {
  readonly refer: (path: string) => string
  readonly say: (path: string) => string
  readonly texts: Map<string, string>
}

function fillOf(schema: Schema, path: string, usual: unknown, how: Filling): unknown {
  if (schema === shortText || schema === longText) {
    const text = how.say(path)
    how.texts.set(path, text)
    return text
  }
  if (schema === recordId) return how.refer(path)
  if (schema === isoDate) return '2026-03-05'
  if (schema === isoMonth) return '2026-03'
  const { def } = (schema as z.core.$ZodTypes)._zod
  switch (def.type) {
    case 'nullable':
      return hasText(def.innerType) || hasId(def.innerType)
        ? fillOf(def.innerType, path, undefined, how)
        : (usual ?? null)
    case 'array':
      return hasText(def.element) || hasId(def.element)
        ? [fillOf(def.element, path, undefined, how)]
        : (usual ?? [])
    case 'object':
      return Object.fromEntries(
        Object.entries(def.shape).map(([name, inner]) => [
          name,
          fillOf(inner, `${path}.${name}`, partOf(usual, name), how),
        ]),
      )
    case 'enum':
      return usual ?? Object.values(def.entries)[0]
    case 'boolean':
      return usual ?? true
    case 'number':
      return usual ?? 1
    default:
      return usual
  }
}

const partOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined

const holds = (schema: Schema, wanted: (each: Schema) => boolean): boolean => {
  let found = false
  walk(schema, '', each => {
    found ||= wanted(each)
  })
  return found
}
const hasText = (schema: Schema): boolean => holds(schema, each => each === shortText || each === longText)
const hasId = (schema: Schema): boolean => holds(schema, each => each === recordId)
