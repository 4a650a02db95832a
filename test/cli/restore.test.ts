import { randomBytes } from 'node:crypto';
import { chmod, cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { z } from 'zod';
import { placeFor } from './place.ts';
import type { Place } from './place.ts';
import { runLethe } from './lethe.ts';
import type { Ended } from './lethe.ts';

jest.setTimeout(180_000);

const tomasz = 'tomasz.wojcik@ostrow.test';
const petra = 'petra.stillwater@penhallow.test';
const planned = z.looseObject({ confirm: z.string() });

describe('S18 L26 a backup from before a run', () => {
  let place: Place;
  let restored = '';
  /** What the sandbox was like when the backup was made. */
  let earlier = '';
  const desk = (): string => join(place.folder, 'desk');

  beforeAll(async () => {
    place = await placeFor();
    [restored, earlier] = [await directory(), await directory()];
    await place.run('find', tomasz);
    await cp(desk(), join(earlier, 'desk'), { recursive: true });
    expect((await place.run('backup', join(place.folder, 'backup'), '--seal')).code).toBe(0);
    for (const person of [tomasz, petra]) expect((await anonymize(person)).code).toBe(0);
  });
  afterAll(async () => {
    await place.leave();
    for (const path of [restored, earlier]) await rm(path, { recursive: true, force: true });
  });

  async function directory(): Promise<string> {
    const path = await mkdtemp(join(tmpdir(), 'lethe-restored-'));
    await chmod(path, 0o711);
    return path;
  }

  async function anonymize(person: string): Promise<Ended> {
    const { confirm } = planned.parse((await place.run('--json', 'plan', person)).json());
    return place.run('anonymize', person, '--confirm', confirm);
  }

  /** Runs `lethe` on the restored database, with the same hosts, key and erasure log. */
  async function there(...args: readonly string[]): Promise<Ended> {
    const config = join(place.folder, 'lethe.yaml');
    const env = { LETHE_CONFIG: config, LETHE_DATA_DIR: restored, LETHE_KEY_FILE: join(place.folder, 'key') };
    return runLethe(args, env);
  }

  async function filesWith(text: string): Promise<number> {
    const names = (await readdir(desk(), { recursive: true })).filter((name) => name.endsWith('.json'));
    const texts = await Promise.all(names.map(async (name) => readFile(join(desk(), name), 'utf8')));
    return texts.filter((one) => one.toLowerCase().includes(text)).length;
  }

  it('goes into an empty database and into no other', async () => {
    expect((await place.run('restore', join(place.folder, 'backup'))).code).toBe(10);
    const { code, out } = await there('restore', join(place.folder, 'backup'));
    expect(code).toBe(0);
    expect(out).toContain('Next: lethe replay');
    expect(z.looseObject({ runs: z.array(z.unknown()) }).parse((await there('--json', 'runs')).json()).runs).toEqual(
      [],
    );
  });

  it('lets replay see that the host kept what was erased, and the ledger says so', async () => {
    const { code, out } = await there('replay');
    expect(code).toBe(0);
    expect(out.match(/still erased/g)).toHaveLength(2);
    expect((await there('ledger', 'verify')).code).toBe(0);
  });

  it('with the host restored too, replay erases both again, once that is confirmed, and says so', async () => {
    await rm(desk(), { recursive: true });
    await cp(join(earlier, 'desk'), desk(), { recursive: true });
    expect(await filesWith(tomasz)).toBeGreaterThan(0);

    const shown = await there('--json', 'replay');
    expect(shown.code).toBe(6);
    expect(await filesWith(tomasz)).toBeGreaterThan(0);
    expect((await there('replay', '--confirm', 'ANONYMIZE 1')).code).toBe(6);
    const { confirm } = planned.parse(shown.json());
    const { code, out } = await there('replay', '--confirm', confirm);

    expect(code).toBe(0);
    expect(out.match(/\| repeats +\| run [0-9a-f-]{36} of .*, which a restored backup had undone/g)).toHaveLength(2);
    for (const person of [tomasz, petra]) expect(await filesWith(person)).toBe(0);
    expect((await there('replay')).out).toContain('No erasure is missing from this database.');
    expect((await there('ledger', 'verify')).code).toBe(0);
  });

  it('with the host alone restored once more, replay --since finds who is back', async () => {
    const [first] = z
      .looseObject({ runs: z.array(z.looseObject({ startedAt: z.string() })) })
      .parse((await there('--json', 'runs')).json())
      .runs.slice(-1);
    await rm(desk(), { recursive: true });
    await cp(join(earlier, 'desk'), desk(), { recursive: true });

    const since = first?.startedAt ?? '';
    expect((await there('replay', '--since', '2999-01-01')).out).toContain('No erasure is missing');
    const { confirm } = planned.parse((await there('--json', 'replay', '--since', since)).json());
    expect((await there('replay', '--since', since, '--confirm', confirm)).code).toBe(0);
    for (const person of [tomasz, petra]) expect(await filesWith(person)).toBe(0);
  });

  it('repeats nothing that goes further than what was erased', async () => {
    await rm(desk(), { recursive: true });
    await cp(join(earlier, 'desk'), desk(), { recursive: true });
    await mentionIn(join(desk(), 'desk', 'tickets'));
    const { code, out } = await there('replay', '--since', '2026-01-01', '--confirm', 'ANONYMIZE 9999');

    expect(code).toBe(6);
    const shown = await there('replay', '--since', '2026-01-01');
    expect(shown.out).toContain('1 steps go further than the erasure');
    expect(out).toBe('');
    expect(await filesWith(tomasz)).toBeGreaterThan(0);
  });

  it('S9 is sealed anew by reseal, and needs the old key no more', async () => {
    const keyFile = join(place.folder, 'key');
    const [old, key] = [(await readFile(keyFile, 'utf8')).trim(), randomBytes(32).toString('base64')];
    const config = join(place.folder, 'lethe.yaml');
    const env = { LETHE_CONFIG: config, LETHE_DATA_DIR: restored, LETHE_KEY_FILE: keyFile, LETHE_KEY: key };
    const reseal = async (): Promise<unknown> =>
      (await runLethe(['--json', 'reseal'], { ...env, LETHE_OLD_KEYS: old })).json();

    expect(await reseal()).toEqual({ sealed: expect.any(Number) });
    expect(await reseal()).toEqual({ sealed: 0 });
    expect((await runLethe(['replay', '--since', '2026-01-01'], env)).out).toContain('further than the erasure');
  });

  /** Somebody else's ticket names the person by now, as it did not when they were erased. */
  async function mentionIn(tickets: string): Promise<void> {
    for (const name of await readdir(tickets)) {
      const text = await readFile(join(tickets, name), 'utf8');
      if (/tomasz|wojcik/i.test(text) || !/"archived": ?false/.test(text)) continue;
      await writeFile(join(tickets, name), text.replace(/"title": ?"/, `"title":"Ask ${tomasz}: `));
      return;
    }
  }
});
