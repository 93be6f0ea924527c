/**
 * Reads the layer table (`layers.json`) and finds imports that break it. Works on source text: an import is a static
 * `import`/`export … from`, or a dynamic `import()`, which may never cross a layer.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, posix, relative, sep } from 'node:path'
import table from './layers.json' with { type: 'json' }

interface Layer {
  readonly may: readonly string[]
  readonly mayTypesOf?: readonly string[]
  readonly packages: readonly string[]
}

const layers: Readonly<Record<string, Layer>> = table.layers

export interface Violation {
  readonly file: string
  readonly imports: string
  readonly why: string
}

const STATIC = /^\s*(?:import|export)\s+(type\s+)?(?:[\w*{}\s,$]+\s+from\s+)?['"]([^'"]+)['"]/gm
const DYNAMIC = /\bimport\(\s*['"]([^'"]+)['"]\s*\)/g

/** `file` is relative to the repository, with forward slashes: `src/domain/money.ts`. */
export function violationsIn(file: string, source: string): readonly Violation[] {
  const layerName = layerOf(file)
  const layer = layerName === null ? undefined : layers[layerName]
  if (!layer || layerName === null) return []
  const found: Violation[] = []
  const check = (specifier: string, typeOnly: boolean, dynamic: boolean) => {
    const why = refusal({ file, layerName, layer, specifier, typeOnly, dynamic })
    if (why) found.push({ file, imports: specifier, why })
  }
  for (const match of source.matchAll(STATIC)) check(match[2] ?? '', match[1] !== undefined, false)
  for (const match of source.matchAll(DYNAMIC)) check(match[1] ?? '', false, true)
  return found
}

function refusal(ask: {
  file: string
  layerName: string
  layer: Layer
  specifier: string
  typeOnly: boolean
  dynamic: boolean
}): string | null {
  const { file, layerName, layer, dynamic, typeOnly } = ask
  const specifier = ask.specifier.split('?')[0] ?? ''
  if (layer.may.includes('*')) return null
  if (specifier.startsWith('#resources/') || specifier.endsWith('.css')) return null
  const target = specifier.startsWith('#')
    ? specifier.slice(1)
    : specifier.startsWith('.')
      ? posix.join(posix.dirname(file), specifier).replace(/^src\//, '')
      : null
  if (target === null) {
    return layer.packages.some(name =>
      name.endsWith('*')
        ? specifier.startsWith(name.slice(0, -1))
        : specifier === name || specifier.startsWith(`${name}/`),
    )
      ? null
      : `${layerName} may not use the package`
  }
  if (target.startsWith('resources/') || target.startsWith('../resources/')) return null
  const targetLayer = target.split('/')[0] ?? ''
  if (targetLayer === layerName)
    return specifier.startsWith('#') ? 'inside a layer imports are relative' : null
  if (!specifier.startsWith('#') && layerName !== 'electron')
    return 'across layers imports go through #layer/'
  if (dynamic) return 'a dynamic import may not cross layers'
  const allowed = (list: readonly string[]) => list.includes(targetLayer) || list.includes(target)
  if (allowed(layer.may) || (typeOnly && allowed(layer.mayTypesOf ?? []))) return null
  return `${layerName} may not import ${targetLayer}`
}

function layerOf(file: string): string | null {
  const [top, second] = file.split('/')
  if (top === 'electron') return second === 'main' || second === 'preload' ? 'electron' : null
  return top === 'src' ? (second ?? null) : null
}

export function sourceFiles(root: string, folder: string): readonly string[] {
  const found: string[] = []
  const walk = (path: string) => {
    for (const name of readdirSync(path)) {
      const full = join(path, name)
      if (statSync(full).isDirectory()) walk(full)
      else if (/\.tsx?$/.test(name)) found.push(relative(root, full).split(sep).join('/'))
    }
  }
  walk(join(root, folder))
  return found
}

export const violationsInTree = (root: string): readonly Violation[] =>
  ['src', 'electron']
    .flatMap(folder => sourceFiles(root, folder))
    .flatMap(file => violationsIn(file, readFileSync(join(root, file), 'utf8')))
