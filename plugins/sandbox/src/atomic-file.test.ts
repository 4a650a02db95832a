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
    const child = startChild(new URL('../test/writing-child.ts', import.meta.url), [folder, '40']);
    const end = endOf(child);
    let reads = 0;
    while (child.exitCode === null) {
      expect(JSON.parse(readFileSync(join(folder, 'a.json'), 'utf8'))).toEqual(expect.any(String));
      reads += 1;
      await new Promise((resolve) => setImmediate(resolve));
    }
    await end;
    expect(reads).toBeGreaterThan(5);
  }, 30_000);

  it.each([
    { by: 'a process that is dead', name: `${DEAD}-a`, age: 0, left: [] },
    { by: 'a process that lived here before under our number', name: `${process.pid}-a`, age: 0, left: [] },
    { by: 'a living process', name: `${process.ppid}-a`, age: 0, left: [`${process.ppid}-a`] },
    { by: 'a living process, but long ago', name: `${process.ppid}-a`, age: 61_000, left: [] },
    { by: 'nobody knows who', name: 'a', age: 0, left: [] },
  ])('clears what is left by $by', ({ name, age, left }) => {
    const path = join(folder, 'waiting', name);
    writeFileSync(path, 'half of a');
    utimesSync(path, (now - age) / 1_000, (now - age) / 1_000);
    clearAbandoned(join(folder, 'waiting'), now);
    expect(readdirSync(join(folder, 'waiting'))).toEqual(left);
  });
});
