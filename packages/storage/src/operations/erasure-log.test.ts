import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { approvalOfRecord, endingIn, inventedRecord, inventedSecrets } from '@lethe/core/testing';
import { z } from 'zod';

import { begun, TestStorage } from '../testing/test-storage.ts';
import { stepPrint } from './erasure-record.ts';

const ground = new TestStorage();

const directory = (): string => join(dirname(ground.keyFile), 'erasures');
const fileOf = (run: string): string => join(directory(), run.slice(0, 2), run);

async function states(run: string): Promise<readonly string[]> {
  const { records } = await ground.storage.erasures.read();
  return records.filter((record) => record.run === run).map(({ state }) => state);
}

describe('S18 the erasure log', () => {
  it('knows of a run before it acts, and that it is done before anybody is told', async () => {
    const owned = await begun(ground.storage, 'person-a');
    expect(await states(owned.record.id)).toEqual(['begun']);
    await owned.end(endingIn('stopped'));
    expect(await states(owned.record.id)).toEqual(['begun']);
    await (await ground.storage.takeOver(owned.record.id)).end(endingIn('done-with-gaps'));
    expect(await states(owned.record.id)).toEqual(['done-with-gaps']);
  });

  it('holds ids, digests and fingerprints of the steps, and nothing of the person', async () => {
    const owned = await begun(ground.storage, 'person-b');
    await owned.end(endingIn('done'));
    const [kept] = (await ground.storage.erasures.read()).records.filter(({ run }) => run === owned.record.id);

    expect(kept).toMatchObject({
      host: { name: 'helpdesk', kind: 'helpdesk' },
      person: 'person-b',
      plan: owned.record.plan.plan.digest,
      installation: await ground.storage.installation(),
      steps: owned.record.plan.plan.steps.map(stepPrint),
    });
    for (const secret of Object.values(inventedSecrets().identifiers).flat())
      expect(JSON.stringify(kept)).not.toContain(secret);
  });

  it('is sealed: its files tell nobody whose they are', async () => {
    const owned = await begun(ground.storage, 'person-of-interest');
    await owned.end(endingIn('done'));
    const text = await readFile(fileOf(owned.record.id), 'utf8');
    expect(text).not.toContain('person-of-interest');
    expect(text).not.toContain(owned.record.plan.plan.digest);
  });

  it('says that a run was called off, before the run is', async () => {
    const { record } = await begun(ground.storage, 'person-c');
    await ground.storage.callOff(record.id, 'operator-1');
    expect(await states(record.id)).toEqual(['called-off']);
  });

  it('takes no word from a forged, moved or damaged file', async () => {
    const [one, other] = [await begun(ground.storage, 'person-d'), await begun(ground.storage, 'person-e')];
    const before = await ground.storage.erasures.read();
    const { keyId, sealed } = z
      .looseObject({ keyId: z.string(), sealed: z.string() })
      .parse(JSON.parse(await readFile(fileOf(one.record.id), 'utf8')));
    const bytes = Buffer.from(sealed, 'base64');
    bytes.writeUInt8(bytes.readUInt8(20) ^ 1, 20);
    await writeFile(fileOf(one.record.id), JSON.stringify({ version: 1, keyId, sealed: bytes.toString('base64') }));
    const elsewhere = '0f000000-0000-4000-8000-000000000000';
    await mkdir(dirname(fileOf(elsewhere)), { recursive: true });
    await rename(fileOf(other.record.id), fileOf(elsewhere));
    const after = await ground.storage.erasures.read();

    expect(after.records).toHaveLength(before.records.length - 2);
    expect(after.unreadable).toBe(2);
    await rm(fileOf(one.record.id));
    await rm(fileOf(elsewhere));
  });

  it('S23 keeps a run from going on where it cannot be written', async () => {
    const record = inventedRecord();
    await ground.storage.savePlan(record, inventedSecrets());
    const blocked = await ground.open({ erasureLog: ground.keyFile });
    await expect(blocked.begin(record.id, approvalOfRecord(record))).rejects.toMatchObject({ code: 'directory' });
    await blocked.close();
    const [open] = (await ground.storage.runs({ open: true })).filter(({ plan }) => plan.id === record.id);
    expect(open?.state).toBe('stopped');
  });

  it('opens with the new key after a change of keys', async () => {
    const before = (await ground.storage.erasures.read()).records.length;
    const old = (await readFile(ground.keyFile, 'utf8')).trim();
    const env = { LETHE_KEY: Buffer.alloc(32, 7).toString('base64'), LETHE_OLD_KEYS: old };
    const both = await ground.open({ env });
    await both.reseal();
    await both.close();
    const fresh = await ground.open({ env: { LETHE_KEY: env.LETHE_KEY } });
    expect((await fresh.erasures.read()).records).toHaveLength(before);
    await fresh.close();
    expect((await readdir(directory())).every((name) => name.length === 2)).toBe(true);
  });
});
