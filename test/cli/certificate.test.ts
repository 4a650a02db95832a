import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { verifyingKeys } from '@lethe/server';
import { verifyCertificate } from '@lethe/core/certificate';
import fc from 'fast-check';
import { z } from 'zod';
import { runLethe } from './lethe.ts';
import type { Ended } from './lethe.ts';
import { placeFor } from './place.ts';
import type { Place } from './place.ts';

const planned = z.looseObject({ confirm: z.string() });
const receipt = z.looseObject({ secret: z.string() });
const mira = 'mira.halvorsen@brightwater.test';

describe('certificates on the command line', () => {
  let place: Place;
  let person = '';
  const at = (name: string): string => join(place.folder, name);
  /** Elsewhere: no settings, no database, no sealing key; whatever is opened would be made anew and shows. */
  const elsewhere = async (...args: readonly string[]): Promise<Ended> =>
    runLethe(['certificate', 'verify', ...args], {
      LETHE_DATA_DIR: at('nowhere/at/all'),
      LETHE_KEY_FILE: at('no/key'),
    });

  beforeAll(async () => {
    place = await placeFor();
    const { confirm } = planned.parse((await place.run('--json', 'plan', mira)).json());
    expect((await place.run('anonymize', mira, '--confirm', confirm)).code).toBe(0);
    person = (await place.storage.runs())[0]?.plan.person ?? '';
    expect((await place.run('certificate', 'get', '--out', at('one.json'))).code).toBe(0);
    await place.run('certificate', 'keys', '--out', at('public.pem'));
    await place.run('ledger', 'export', at('ledger.jsonl'));
  }, 120_000);
  afterAll(async () => {
    await place.leave();
  });

  it('prints the file to the byte, and nothing of the person', async () => {
    const { out, code } = await place.run('certificate', 'get');
    expect([code, out]).toEqual([0, await readFile(at('one.json'), 'utf8')]);
    expect(out.toLowerCase()).not.toMatch(/halvorsen|brightwater/);
  });

  it('verifies elsewhere from the public key and the exported ledger, and says what it checked and what it did not', async () => {
    const bare = await elsewhere(at('one.json'), '--key', at('public.pem'));
    expect([bare.code, bare.err]).toEqual([0, '']);
    expect(bare.out).toMatch(/yes +The signature is that of this key/);
    expect(bare.out).toMatch(/not checked +The ledger is whole/);
    const whole = await elsewhere(at('one.json'), '--key', at('public.pem'), '--ledger', at('ledger.jsonl'));
    expect(whole.code).toBe(0);
    for (const said of ['The ledger is whole', 'The entries it names', 'The ledger says that this very file'])
      expect(whole.out).toContain(`yes          ${said}`);
  });

  it('rejects each of a thousand random changes of one byte', async () => {
    const bytes = await readFile(at('one.json'));
    const keys = verifyingKeys(await readFile(at('public.pem'), 'utf8'));
    expect(await verifyCertificate(bytes, { keys })).toMatchObject({ ok: true });
    const change = fc.tuple(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }));
    const accepted: unknown[] = [];
    for (const [place_, by] of fc.sample(change, { numRuns: 1000, seed: 11 })) {
      const forged = Buffer.from(bytes);
      forged.writeUInt8(forged.readUInt8(place_) ^ by, place_);
      if ((await verifyCertificate(forged, { keys })).ok) accepted.push([place_, by]);
    }
    expect(accepted).toEqual([]);
  });

  it('ends with a code of its own where something is wrong, and with another where nothing could be read', async () => {
    const text = await readFile(at('one.json'), 'utf8');
    await writeFile(at('spaced.json'), text.replace(':', ': '));
    const spaced = await elsewhere(at('spaced.json'), '--key', at('public.pem'));
    expect([spaced.code, spaced.out]).toEqual([11, expect.stringContaining('This is not to be trusted.')]);
    const ledger = await readFile(at('ledger.jsonl'), 'utf8');
    await writeFile(at('cut.jsonl'), `${ledger.split('\n').slice(0, 2).join('\n')}\n`);
    const cut = await elsewhere(at('one.json'), '--key', at('public.pem'), '--ledger', at('cut.jsonl'));
    expect([cut.code, cut.out]).toEqual([11, expect.stringMatching(/NO +The entries it names/)]);
    expect((await elsewhere(at('missing.json'), '--key', at('public.pem'))).code).toBe(2);
    expect((await elsewhere(at('one.json'), '--key', at('one.json'))).code).toBe(2);
    expect((await elsewhere(at('one.json'), '--key', at('public.pem'), '--ledger', at('missing'))).code).toBe(2);
  });

  it('tells only whoever holds the receipt, or the installation itself, whom it is about', async () => {
    const { secret } = receipt.parse((await place.run('--json', 'certificate', 'receipt')).json());
    expect((await place.run('certificate', 'receipt')).code).toBe(2);
    await place.run('certificate', 'get', '--out', at('two.json'));
    const key = ['--key', at('public.pem')];
    const theirs = await elsewhere(at('two.json'), ...key, '--receipt', secret.toUpperCase());
    expect([theirs.code, theirs.out]).toEqual([0, expect.stringMatching(/yes +It is about whoever was handed/)]);
    const another = await elsewhere(at('two.json'), ...key, '--receipt', '0'.repeat(25));
    expect(another.code).toBe(11);
    expect((await elsewhere(at('one.json'), ...key, '--receipt', secret)).code).toBe(11);
    expect((await place.run('certificate', 'verify', at('two.json'), '--account', person)).code).toBe(0);
    expect((await place.run('certificate', 'verify', at('two.json'), '--account', 'somebody-else')).code).toBe(11);
  });

  it('writes a PDF in a language, and never to the terminal', async () => {
    expect((await place.run('certificate', 'get', '--pdf')).code).toBe(2);
    expect((await place.run('certificate', 'get', '--pdf', '--language', 'xx', '--out', at('x.pdf'))).code).toBe(2);
    const ended = await place.run('certificate', 'get', '--pdf', '--language', 'sv', '--out', at('sv.pdf'));
    expect(ended.code).toBe(0);
    expect((await readFile(at('sv.pdf'))).subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('never writes a ledger over a file', async () => {
    expect((await place.run('ledger', 'export', at('ledger.jsonl'))).code).toBe(2);
  });
});
