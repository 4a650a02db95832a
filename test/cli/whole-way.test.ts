import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { z } from 'zod';
import { placeFor } from './place.ts';
import type { Place } from './place.ts';

jest.setTimeout(120_000);

describe('the command line, from lookup to report', () => {
  let place: Place;
  beforeAll(async () => {
    place = await placeFor();
  });
  afterAll(async () => {
    await place.leave();
  });

  const mira = 'mira.halvorsen@brightwater.test';
  const secrets = [mira, 'mira@halvorsen.test', 'mira.sundt@brightwater.test'];

  const planned = z.looseObject({
    confirm: z.string(),
    people: z.array(z.looseObject({ person: z.looseObject({ id: z.string() }), confirm: z.string().optional() })),
  });
  const found = z.looseObject({
    answers: z.array(z.object({ asked: z.number(), people: z.array(z.looseObject({ id: z.string() })) })),
  });

  /** All files of the sandbox as one text. */
  async function everything(): Promise<string> {
    const desk = join(place.folder, 'desk', 'desk');
    const texts: string[] = [];
    for (const folder of ['people', 'tickets']) {
      for (const name of await readdir(join(desk, folder)))
        texts.push(await readFile(join(desk, folder, name), 'utf8'));
    }
    return texts.join('\n').toLowerCase();
  }

  it('finds by address, phone, login and name, whatever the case, and says which were asked for twice or are unknown', async () => {
    const ended = await place.run('--json', 'find', `${mira.toUpperCase()}, ${mira}; nobody@nowhere.test`);
    expect(ended.code).toBe(0);
    const { answers } = found.parse(ended.json());
    expect(ended.json()).toMatchObject({ repeated: 1 });
    expect(answers.map((answer) => answer.people.length)).toEqual([1, 0]);
  });

  it('lists several who go by one name with id, kind and last activity, without a name, and does nothing', async () => {
    const ended = await place.run('anonymize', 'Mira Halvorsen');
    expect(ended.code).toBe(4);
    expect(ended.err).toMatch(/end-user\s+open\s+\d{4}-\d\d-\d\d\s+\d+/);
    expect(ended.err).not.toMatch(/halvorsen/i);
    expect(await everything()).toContain(mira);
  });

  it('HD-02 plans without changing anything, and says that it cannot be undone before it asks', async () => {
    const before = await everything();
    const ended = await place.run('plan', mira);
    expect(ended.code).toBe(0);
    expect(ended.out).toMatch(/To run it, confirm with: ANONYMIZE \d+/);
    expect(ended.out).toContain('This cannot be undone.');
    expect(await everything()).toBe(before);
  });

  it('runs nothing on a wrong confirmation', async () => {
    const before = await everything();
    const ended = await place.run('anonymize', mira, '--confirm', 'ANONYMIZE 1');
    expect(ended.code).toBe(6);
    expect(await everything()).toBe(before);
  });

  it('runs nothing without a reviewed plan, and nothing when nobody is there to type', async () => {
    const unseen = await place.run('anonymize', 'eva.lindh@harbourlane.test', '--confirm', 'ANONYMIZE 1');
    expect(unseen.code).toBe(6);
    expect(unseen.err).toContain('lethe plan');
    const nobodyThere = await place.run('anonymize', mira);
    expect(nobodyThere.code).toBe(6);
  });

  it('runs nothing when more has come up since the review', async () => {
    const { confirm, people } = planned.parse((await place.run('--json', 'plan', mira)).json());
    const file = join(place.folder, 'desk', 'desk', 'people', `${people[0]?.person.id ?? ''}.json`);
    const person = z
      .looseObject({ addresses: z.array(z.looseObject({})) })
      .parse(JSON.parse(await readFile(file, 'utf8')));
    const more = { ...person, addresses: [...person.addresses, { id: 'a99', text: 'mira.new@brightwater.test' }] };
    await writeFile(file, JSON.stringify(more));
    const ended = await place.run('anonymize', mira, '--confirm', confirm);
    await writeFile(file, JSON.stringify(person));
    expect(ended.code).toBe(6);
    expect(ended.out).toContain('more came up than was reviewed');
    expect(await everything()).toContain(mira);
  });

  it('anonymizes on the right phrase, leaves no address in any file, and its report holds no secret', async () => {
    const { confirm } = planned.parse((await place.run('--json', 'plan', mira)).json());
    const ended = await place.run('--json', 'anonymize', mira, '--confirm', confirm);
    expect(ended.code).toBe(0);
    const left = await everything();
    for (const secret of secrets) expect(left).not.toContain(secret);
    for (const secret of [...secrets, 'Halvorsen']) expect(ended.out + ended.err).not.toContain(secret);
  });

  it('reads everything again later, and hunts again when told for whom', async () => {
    const again = await place.run('verify');
    expect(again.code).toBe(0);
    expect(again.out).toMatch(/clean\s+\d+/);
    const hunted = await place.run('verify', ...secrets, '+44 20 7946 9999');
    expect(hunted.out).toContain('Hunted again: nothing more to blank.');
    expect(hunted.code).toBe(0);
  });

  it('does not anonymize somebody twice', async () => {
    const reports = z.looseObject({ runs: z.array(z.looseObject({ person: z.string() })) });
    const [run] = reports.parse((await place.run('--json', 'runs')).json()).runs;
    const ended = await place.run('plan', '--id', run?.person ?? '');
    expect(ended.code).toBe(5);
    expect(ended.out).toMatch(/anonymized/i);
  });

  it('HD-18 reviews several people at once and runs each of them', async () => {
    const [eva, grace] = ['eva.lindh@harbourlane.test', 'grace.field@quillon.test'];
    const { confirm, people } = planned.parse((await place.run('--json', 'plan', eva, grace)).json());
    expect(people).toHaveLength(2);
    const ended = await place.run('--json', 'anonymize', eva, grace, '--confirm', confirm);
    expect(ended.code).toBe(0);
    const left = await everything();
    expect(left).not.toContain('grace.field@quillon.test');
    expect(left).not.toMatch(/(?<!n)eva\.lindh@harbourlane\.test/);
    expect(left).toContain('neva.lindh@harbourlane.test');
  });

  it('keeps a ledger that is whole', async () => {
    const ended = await place.run('--json', 'ledger', 'verify');
    expect(ended.code).toBe(0);
    expect(ended.json()).toMatchObject({ ok: true });
  });
});
