import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';

import { TestStorage } from '../testing/test-storage.ts';

const ground = new TestStorage();
const token = 'invented-refresh-token';

async function bytesOf(host: string): Promise<string> {
  const rows = await ground.database.ask('select sealed from lethe.host_secret where host = $1', [host]);
  const [row] = rows;
  return row?.['sealed'] instanceof Buffer ? row['sealed'].toString('latin1') : '';
}

describe("a host's secret", () => {
  it('is not there at first, is kept for the next process, and is stored in no form but the sealed one', async () => {
    const seen: (string | undefined)[] = [];
    const kept = ground.storage.hostSecret('desk');
    expect(await kept.change(async (before) => (seen.push(before), token))).toBe(token);
    const other = await ground.open();
    expect(await other.hostSecret('desk').change(async (before) => (seen.push(before), before ?? ''))).toBe(token);
    await other.close();
    expect(seen).toEqual([undefined, token]);
    expect(await bytesOf('desk')).toHaveLength(12 + token.length + 16);
    expect(await bytesOf('desk')).not.toContain(token);
  });

  it("is not another host's, not even when its bytes are put there", async () => {
    await ground.storage.hostSecret('one').change(async () => token);
    await ground.database.ask(
      "insert into lethe.host_secret (host, key_id, sealed) select 'two', key_id, sealed from lethe.host_secret where host = 'one'",
    );
    const moved = ground.storage.hostSecret('two').change(async (before) => before ?? '');
    await expect(moved).rejects.toMatchObject({ code: 'key' });
  });

  it('is changed by one process after the other, each seeing what the one before left', async () => {
    const other = await ground.open();
    const places = [ground.storage.hostSecret('busy'), other.hostSecret('busy')];
    await Promise.all(
      Array.from({ length: 10 }, async (_, turn) => places[turn % 2]?.change(async (before = '') => `${before}x`)),
    );
    expect(await places[0]?.change(async (before) => before ?? '')).toBe('xxxxxxxxxx');
    await other.close();
  });

  it('stays as it is when the work on it fails', async () => {
    const place = ground.storage.hostSecret('steady');
    await place.change(async () => token);
    const failing = place.change(async () => {
      throw new RangeError('The host is down.');
    });
    await expect(failing).rejects.toThrow(RangeError);
    expect(await place.change(async (before) => before ?? '')).toBe(token);
  });

  it('is sealed anew under a new key, and then needs the old one no more', async () => {
    const oldKey = (await readFile(ground.keyFile, 'utf8')).trim();
    const key = randomBytes(32).toString('base64');
    await ground.database.ask('delete from lethe.host_secret');
    await ground.storage.hostSecret('sealed').change(async () => token);
    const both = await ground.open({ env: { LETHE_KEY: key, LETHE_OLD_KEYS: oldKey } });
    expect(await both.reseal()).toBe(1);
    await both.close();
    const onlyNew = await ground.open({ env: { LETHE_KEY: key } });
    expect(await onlyNew.hostSecret('sealed').change(async (before) => before ?? '')).toBe(token);
    await onlyNew.close();
  });
});
