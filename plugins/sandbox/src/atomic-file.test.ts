import { mkdirSync, readFileSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { endOf, startChild } from '../test/child.ts';
import { removeFolder, temporaryFolder } from '../test/folder.ts';
import { clearAbandoned, writeWhole } from './atomic-file.ts';

const now = Date.parse('2026-05-04T08:00:00Z');
const DEAD = 999_999_999;

describe('A file written whole', () => {
  let folder = '';
  beforeEach(() => {
    folder = temporaryFolder();
    mkdirSync(join(folder, 'waiting'));
  });
  afterEach(() => removeFolder(folder));

  it('replaces the old text and leaves nothing beside it', () => {
    writeFileSync(join(folder, 'a.json'), 'old');
    writeWhole(join(folder, 'a.json'), 'new', join(folder, 'waiting'));
    expect(readFileSync(join(folder, 'a.json'), 'utf8')).toBe('new');
    expect(readdirSync(join(folder, 'waiting'))).toEqual([]);
  });

  it('leaves the old text and nothing beside it when it cannot be written', () => {
    mkdirSync(join(folder, 'a.json', 'full'), { recursive: true });
    expect(() => writeWhole(join(folder, 'a.json'), 'new', join(folder, 'waiting'))).toThrow();
    expect(readdirSync(join(folder, 'waiting'))).toEqual([]);
  });

  it('is whole for everybody who reads it while it is written', async () => {
    writeFileSync(join(folder, 'a.json'), JSON.stringify('old'));
    const child = startChild('writing-child.ts', [folder, '150']);
    let over = false;
    const end = endOf(child).finally(() => (over = true));
    let reads = 0;
    while (!over) {
      expect(() => JSON.parse(readFileSync(join(folder, 'a.json'), 'utf8')) as unknown).not.toThrow();
      reads += 1;
      await new Promise((resolve) => setImmediate(resolve));
    }
    await end;
    expect(reads).toBeGreaterThan(50);
  }, 30_000);

  it.each([
    ['a process that is dead', `${DEAD}-a`, 0, []],
    ['a process that lived here before under our number', `${process.pid}-a`, 0, []],
    ['a living process', `${process.ppid}-a`, 0, [`${process.ppid}-a`]],
    ['a living process, but long ago', `${process.ppid}-a`, 61_000, []],
    ['nobody knows who', 'a', 0, []],
  ])('clears what is left by %s', (_, name, age, left) => {
    const path = join(folder, 'waiting', name);
    writeFileSync(path, 'half of a');
    utimesSync(path, (now - age) / 1_000, (now - age) / 1_000);
    clearAbandoned(join(folder, 'waiting'), now);
    expect(readdirSync(join(folder, 'waiting'))).toEqual(left);
  });
});
