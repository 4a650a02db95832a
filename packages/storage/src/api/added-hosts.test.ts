import { randomBytes } from 'node:crypto';

import { describe, expect, it } from '@jest/globals';

import { TestStorage } from '../testing/test-storage.ts';
import type { HostChange } from './added-hosts.ts';

const ground = new TestStorage();
const CANARY = 'canary-3f9a-key-of-a-host';

function change(name: string, changes: Partial<HostChange> = {}): HostChange {
  const settings = { address: 'https://desk.test', keyFrom: 'KEY' };
  return { name, kind: 'invented', settings, keys: new Map([['KEY', CANARY]]), by: 'operator-1', seen: 0, ...changes };
}

describe('hosts that were added', () => {
  it('S9 keeps their keys sealed, opens them for this host and variable only', async () => {
    const { hosts } = ground.storage.api;
    await hosts.change(change('one'));
    await hosts.change(change('two', { keys: new Map() }));
    expect(await hosts.keysOf('one')).toEqual(new Map([['KEY', CANARY]]));
    const rows = await ground.database.ask('select row_to_json(k)::text as row, sealed from lethe.added_host_key k');
    expect(JSON.stringify(rows)).not.toContain(CANARY);
    expect(Buffer.concat(rows.map(({ sealed }) => Buffer.from(String(sealed)))).includes(CANARY)).toBe(false);
    await ground.database.ask(`insert into lethe.added_host_key (host, variable, key_id, sealed)
      select 'two', variable, key_id, sealed from lethe.added_host_key where host = 'one'`);
    await expect(hosts.keysOf('two')).rejects.toMatchObject({ code: 'key' });
    await ground.database.ask("delete from lethe.added_host_key where host = 'two'");
  });

  it('changes only what was looked at, and rotates a key without the others', async () => {
    const { hosts } = ground.storage.api;
    const keys = new Map([
      ['KEY', 'first'],
      ['OTHER', 'stays'],
    ]);
    expect(await hosts.change(change('three', { keys }))).toBe(1);
    expect(await hosts.change(change('three', { keys: new Map([['KEY', 'second']]), seen: 1 }))).toBe(2);
    await expect(hosts.change(change('three', { seen: 1 }))).rejects.toMatchObject({ code: 'conflict' });
    await expect(hosts.change(change('three', { seen: 0 }))).rejects.toMatchObject({ code: 'conflict' });
    await expect(hosts.change(change('three', { seen: 2, kind: 'other' }))).rejects.toMatchObject({ code: 'conflict' });
    expect(await hosts.keysOf('three')).toEqual(
      new Map([
        ['KEY', 'second'],
        ['OTHER', 'stays'],
      ]),
    );
  });

  it('S15 gives the name of a removed host to no other account, and destroys its keys', async () => {
    const { hosts } = ground.storage.api;
    await hosts.change(change('gone'));
    await hosts.remove('gone', 'operator-1');
    expect(await hosts.find('gone')).toMatchObject({ removed: true, variables: [] });
    await expect(hosts.change(change('gone'))).rejects.toMatchObject({ code: 'conflict' });
    await expect(hosts.change(change('gone', { seen: 2 }))).rejects.toMatchObject({ code: 'conflict' });
    await expect(hosts.remove('gone', 'operator-1')).rejects.toMatchObject({ code: 'conflict' });
  });

  it('S9 seals keys anew under another sealing key', async () => {
    await ground.storage.api.hosts.change(change('resealed'));
    const key = randomBytes(32).toString('base64');
    const old = await (await import('node:fs/promises')).readFile(ground.keyFile, 'utf8');
    const both = await ground.open({ env: { LETHE_KEY: key, LETHE_OLD_KEYS: old.trim() } });
    expect(await both.reseal()).toBeGreaterThan(0);
    expect(await both.reseal()).toBe(0);
    await both.close();
    const fresh = await ground.open({ env: { LETHE_KEY: key } });
    expect(await fresh.api.hosts.keysOf('resealed')).toEqual(new Map([['KEY', CANARY]]));
    await fresh.close();
  });
});
