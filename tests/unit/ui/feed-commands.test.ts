/** Every command of the product is told in the feed in both languages, or is on the list of those that are not. */
import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { feedAreaOf, QUIET_COMMANDS } from '#ui/today/feed-commands.ts'
import { loadMessages } from '#ui/words/messages.ts'

const STATE = resolve(import.meta.dirname, '../../../src/state')

function commandsInCode(): readonly string[] {
  const code = readdirSync(STATE, { recursive: true, encoding: 'utf8' })
    .filter(path => path.endsWith('.ts'))
    .map(path => readFileSync(resolve(STATE, path), 'utf8'))
  return [
    ...new Set(
      code.flatMap(text =>
        [...text.matchAll(/(?:\.run\(\s*|command: )'([a-zA-Z]+)'/g)].flatMap(([, name]) => name ?? []),
      ),
    ),
  ]
}

describe('the feed', () => {
  it('knows every command', () => {
    const commands = commandsInCode()
    expect(commands.length).toBeGreaterThan(50)
    expect(commands.filter(each => !feedAreaOf(each) && !QUIET_COMMANDS.has(each))).toEqual([])
  })

  it.each(['en', 'fr'] as const)('has words for each of them, in %s', async language => {
    const messages = await loadMessages(language)
    const told = [...commandsInCode(), 'undo', 'undoAgain'].filter(each => !QUIET_COMMANDS.has(each))
    expect(told.filter(each => !(`today.did.${each}` in messages))).toEqual([])
  })
})
