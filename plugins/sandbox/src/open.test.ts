import { mkdirSync, readFileSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { HostError } from '@lethe/core';
import { filesIn, removeFolder, temporaryFolder } from '../test/folder.ts';
import { callWith } from '../test/steps.ts';
import { sandboxHost } from './open.ts';

const size = { people: 60, tickets: 20 };

describe('Opening a sandbox', () => {
  let folder = '';
  beforeEach(() => {
    folder = temporaryFolder();
  });
  afterEach(() => removeFolder(folder));

  it('makes it at the first time and finds it as it was left the next time', async () => {
    const host = await sandboxHost({ folder, size });
    await host.apply(callWith({ spot: 't1:description', kind: 'dossier.description', verb: 'clear' }));
    const left = filesIn(folder);
    await sandboxHost({ folder });
    expect(filesIn(folder)).toEqual(left);
    expect(JSON.parse(readFileSync(join(folder, 'desk', 'tickets', 't1.json'), 'utf8'))).toMatchObject({
      description: '',
    });
  });

  it('makes the folder if there is none', async () => {
    await sandboxHost({ folder: join(folder, 'a', 'b'), size });
    expect(readdirSync(join(folder, 'a', 'b'))).toEqual(['desk']);
  });

  it('leaves a folder alone that holds something else', async () => {
    writeFileSync(join(folder, 'thesis.txt'), 'mine');
    await expect(sandboxHost({ folder, size })).rejects.toMatchObject({ code: 'rejected' });
    expect(readdirSync(folder)).toEqual(['thesis.txt']);
  });

  it.each([{ seed: 'another' }, { size: { people: 61, tickets: 20 } }, { size: { ...size, bigPerson: { spots: 9 } } }])(
    'does not open another sandbox than the one asked for: %j',
    async (asked) => {
      await sandboxHost({ folder, seed: 'one', size });
      await expect(sandboxHost({ folder, seed: 'one', size, ...asked })).rejects.toMatchObject({ code: 'rejected' });
    },
  );

  it('begins anew where the making was killed, and clears away what it left', async () => {
    const half = join(folder, 'desk.making-dead', 'tickets');
    mkdirSync(half, { recursive: true });
    utimesSync(join(folder, 'desk.making-dead'), 0, 0);
    await sandboxHost({ folder, size });
    expect(readdirSync(folder)).toEqual(['desk']);
  });

  it('says in its own words what to do about a file it does not understand', async () => {
    const host = await sandboxHost({ folder, size });
    writeFileSync(join(folder, 'desk', 'tickets', 't2.json'), '{"title": "Mira');
    const listing = host.spots([{ by: 'everything' }]);
    const failure = await (async () => {
      for await (const spot of listing) expect(spot.id).toBeDefined();
    })().catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(HostError);
    expect(failure).toMatchObject({ code: 'unreadable' });
    expect(String(failure)).toContain('t2.json');
    expect(String(failure)).not.toContain('Mira');
  });
});
