/** Contact files as other programs read them: ical.js, and Python’s `vobject` where it is installed. */
import { execFileSync, spawnSync } from 'node:child_process'
import ICAL from 'ical.js'

/** A card’s properties by name, each value as its text or its parts. */
export type ReadCard = Readonly<Record<string, string | readonly string[]>>

export function cardsWithIcalJs(text: string): readonly ReadCard[] {
  const parsed: unknown = ICAL.parse(text)
  // One card is handed back by itself, several as a list.
  const all = isCard(parsed) ? [parsed] : Array.isArray(parsed) ? parsed.filter(isCard) : []
  return all.map(([, properties]) =>
    Object.fromEntries(
      properties.map(([name, , , value]) => {
        if (Array.isArray(value)) return [name, value.map(String)]
        return [name, STRUCTURED.has(name) ? String(value) : plain(value)]
      }),
    ),
  )
}

const STRUCTURED = new Set(['n', 'adr', 'org'])

/** Of version 3.0 it leaves an escaped semicolon in plain text as it is. */
const plain = (value: unknown): string => String(value).replaceAll('\\;', ';')

type Card = readonly ['vcard', readonly (readonly [string, unknown, string, unknown])[]]
const isCard = (value: unknown): value is Card => Array.isArray(value) && value[0] === 'vcard'

/** The Python that has `vobject`; null where none has, said in one line. */
export function findVobject(): string | null {
  const found = ['/usr/bin/python3', 'python3'].find(
    python => spawnSync(python, ['-c', 'import vobject'], { stdio: 'ignore', timeout: 60_000 }).status === 0,
  )
  if (found === undefined) console.log('left out: python3-vobject is not installed (no second reader)')
  return found ?? null
}

const SCRIPT = `
import sys, json, vobject
cards = []
for card in vobject.readComponents(sys.stdin.buffer.read().decode('utf-8')):
    read = {}
    for child in card.getChildren():
        value = child.value
        name = child.name.lower()
        if name == 'n':
            value = [value.family, value.given, value.additional, value.prefix, value.suffix]
        elif name == 'adr':
            value = [value.box, value.extended, value.street, value.city, value.region, value.code, value.country]
        elif isinstance(value, list):
            value = value[0]
        read[name] = value
    cards.append(read)
print(json.dumps(cards))
`

export const cardsWithVobject = (python: string, text: string): readonly ReadCard[] =>
  JSON.parse(execFileSync(python, ['-c', SCRIPT], { input: text, timeout: 60_000 }).toString())
