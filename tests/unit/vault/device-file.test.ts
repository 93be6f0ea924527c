import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { checkHeader, createDeviceFiles, type DeviceSecrets } from '../../../src/vault/device-file.ts'
import { Secret } from '../../../src/vault/secret.ts'
import { canRunAge, opensWithAge } from '../../support/vault/age-tool.ts'
import { fastDeviceFiles, text } from '../../support/vault/fast-vault.ts'

const secrets: DeviceSecrets = {
  generation: 3,
  vault: '11'.repeat(16),
  device: '22'.repeat(16),
  member: 'member-amina',
  sign: new Secret(Uint8Array.from({ length: 48 }, (_, index) => index)),
  age: new Secret(`AGE-SECRET-KEY-PQ-1${'Q'.repeat(58)}`),
  paperTail: '33'.repeat(32),
  keys: new Secret({ ['44'.repeat(16)]: { ['55'.repeat(16)]: '66'.repeat(32) } }),
}

const WORDS = 'five plain words typed here'

/** Of the product's own work factor: a second of work, once for all that look at it. */
let sealed: Promise<Uint8Array> | undefined
const sealedByProduct = () => {
  sealed ??= createDeviceFiles().seal(secrets, WORDS)
  return sealed
}

const header = (workFactor: string) =>
  text(`age-encryption.org/v1\n-> scrypt ${'A'.repeat(22)} ${workFactor}\n${'A'.repeat(43)}\n--- x\n`)

if (!canRunAge) console.log('skipped: opening device.age with the age tool (age or python3 is not installed)')

describe('the device file', () => {
  it('gives back what was sealed', async () => {
    const files = fastDeviceFiles()
    const opened = await files.open(await files.seal(secrets, 'p'), 'p')
    if (!opened.ok) throw new Error(opened.problem.kind)
    expect(opened.value).toMatchObject({ generation: 3, device: secrets.device, member: 'member-amina' })
    expect(opened.value.sign.reveal()).toEqual(secrets.sign.reveal())
    expect(opened.value.age.reveal()).toBe(secrets.age.reveal())
    expect(opened.value.keys.reveal()).toEqual(secrets.keys.reveal())
  })

  it('is written with a work factor of 2^18 by the product', async () => {
    const bytes = await sealedByProduct()
    expect(new TextDecoder().decode(bytes.subarray(0, 80)).split('\n')[1]).toMatch(/^-> scrypt \S+ 18$/)
  })

  it('is refused for an absurd work factor, before any scrypt: that of 2^30 would never end', async () => {
    for (const logN of [19, 20, 30, 999_999_999]) {
      const result = await createDeviceFiles().open(header(String(logN)), 'p')
      expect(result).toEqual({ ok: false, problem: { kind: 'absurd-work-factor', logN } })
    }
    expect(checkHeader(header('18')).ok).toBe(true)
  })

  it('is damaged where its first lines are not those of an age passphrase file', () => {
    const cases = [
      '',
      'age-encryption.org/v1',
      'age-encryption.org/v1\n-> X25519 abc\n',
      'age-encryption.org/v1\n-> scrypt short 18\n',
      '-----BEGIN AGE ENCRYPTED FILE-----\n',
      'PLR1',
    ]
    for (const start of [...cases.map(text), header('018'), header('-1'), header('1e1'), header('0')]) {
      expect(checkHeader(start)).toEqual({ ok: false, problem: { kind: 'damaged', at: 'device.age' } })
    }
  })

  it('names a newer age format and a newer format of its own', async () => {
    expect(checkHeader(text('age-encryption.org/v2\n-> scrypt'))).toEqual({
      ok: false,
      problem: { kind: 'newer-format', at: 'device.age', version: 2 },
    })
    const files = fastDeviceFiles()
    const newer = await ageFile({ format: 'porchlight-device', version: 9 })
    expect(await files.open(newer, 'p')).toEqual({
      ok: false,
      problem: { kind: 'newer-format', at: 'device.age', version: 9 },
    })
    const other = await ageFile({ format: 'something else', version: 1 })
    expect(await files.open(other, 'p')).toMatchObject({ ok: false, problem: { kind: 'damaged' } })
  })

  it('is never opened when cut, and says so without its contents', async () => {
    const files = fastDeviceFiles()
    const whole = await files.seal(secrets, 'p')
    for (let length = 0; length < whole.length; length += 7) {
      const result = await files.open(whole.subarray(0, length), 'p')
      expect(result.ok).toBe(false)
    }
    expect((await files.open(new Uint8Array([...whole, 0]), 'p')).ok).toBe(false)
  })

  it.skipIf(!canRunAge)(
    'opens with the stock age tool, and not with another passphrase',
    async () => {
      const folder = mkdtempSync(join(tmpdir(), 'porchlight-age-'))
      try {
        const file = join(folder, 'device.age')
        const plain = join(folder, 'plain.json')
        writeFileSync(file, await sealedByProduct())
        expect(opensWithAge(file, plain, 'not those words')).toBe(false)
        expect(opensWithAge(file, plain, WORDS)).toBe(true)
        expect(JSON.parse(readFileSync(plain, 'utf8'))).toMatchObject({
          format: 'porchlight-device',
          version: 1,
          generation: 3,
          device: secrets.device,
          age: secrets.age.reveal(),
        })
      } finally {
        rmSync(folder, { recursive: true })
      }
    },
    300_000,
  )

  it('prints placeholders instead of secrets', () => {
    expect(String(secrets.age)).toBe('[secret]')
    expect(JSON.stringify(secrets)).not.toContain('AGE-SECRET')
    expect(`${JSON.stringify({ secrets })}`).toContain('[secret]')
  })
})

async function ageFile(contents: object): Promise<Uint8Array> {
  const { Encrypter } = await import('age-encryption')
  const encrypter = new Encrypter()
  encrypter.setScryptWorkFactor(2)
  encrypter.setPassphrase('p')
  return encrypter.encrypt(JSON.stringify(contents))
}
