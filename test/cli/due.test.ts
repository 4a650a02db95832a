import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { leverPlace } from './lever-place.ts';
import type { LeverPlace } from './lever-place.ts';

const day = 86_400_000;

describe('lethe due, on Lever', () => {
  let desk: LeverPlace;
  let expired: string;
  let hired: string;
  beforeAll(async () => {
    desk = await leverPlace((seed) => {
      expired = seed.contact({ name: 'Bo Lindqvist', emails: ['bo@lindqvist.test'] });
      const consent = { store: { allowed: true, expiresAt: Date.now() - day }, contact: null };
      seed.opportunity(expired, { dataProtection: consent, archived: null });
      hired = seed.contact({ name: 'Cy Marlowe', emails: ['cy@marlowe.test'] });
      seed.opportunity(hired, { archived: 'hired' });
    });
  });
  afterAll(async () => desk.leave());

  it('PI-09 PI-17 lists candidates by id, leaves out who was hired and who is still in the running, and says how many and why', async () => {
    const ended = await desk.run('--json', 'due', '--kinds', 'candidate', '--older-than', 'all');
    expect(ended.json()).toMatchObject({ kinds: ['candidate'], olderThan: 'all', leftOut: { hired: 1 } });
    expect(ended.out).toContain(desk.contact);
    expect(ended.out).not.toContain(hired);
    expect(ended.code).toBe(0);
  });

  it('LV-04 lists a case whose consent ran out, by its id, although its person is left out', async () => {
    const ended = await desk.run('due', '--kinds', 'candidate', '--older-than', 'all');
    expect(ended.out).toContain('a consent ran out');
    expect(ended.out).toContain('--only');
    expect(ended.out).toContain(expired);
  });

  it('PI-10 finds nobody whom something happened to within the time', async () => {
    const ended = await desk.run('--json', 'due', '--kinds', 'candidate', '--older-than', '36500');
    expect(ended.json()).toMatchObject({ due: [{ because: 'consent-ended' }] });
  });

  it('PI-17 lists nobody of a kind that was not chosen', async () => {
    const ended = await desk.run('--json', 'due', '--kinds', 'unknown,other', '--older-than', 'all');
    expect(ended.json()).toMatchObject({ due: [], leftOut: {} });
  });

  it.each([
    ['--kinds', 'candidates', '--older-than', 'all'],
    ['--kinds', 'candidate', '--older-than', '0'],
    ['--kinds', 'candidate', '--older-than', '-3'],
    ['--kinds', 'candidate', '--older-than', ''],
    ['--kinds', 'candidate', '--older-than', '1.5'],
  ])('PI-10 refuses %s %s %s "%s"', async (...args) => {
    const ended = await desk.run('due', ...args);
    expect(ended.code).toBe(2);
  });

  it('says nothing of anybody but ids, kinds and days', async () => {
    const ended = await desk.run('due', '--kinds', 'candidate', '--older-than', 'all');
    expect(ended.out + ended.err).not.toMatch(/quellstone|lindqvist|marlowe/i);
  });
});
