import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { announcedTables, tableOf } from './announced.ts';
import { hunt } from '../shared/held.ts';
import { dumpRedmine } from './dump.ts';
import type { Held } from '../shared/held.ts';
import { keptOf, openOffice, planFor, secretsOf, talliesOfRedmine } from './product.ts';
import type { ShownPlan } from '../shared/planning.ts';
import type { Office } from './product.ts';

describe.each(['on', 'off'] as const)('the product on a real Redmine, native part %s', (native) => {
  let office: Office;
  let plan: ShownPlan;
  let ended: Awaited<ReturnType<Office['place']['run']>>;
  let after: readonly Held[];

  beforeAll(async () => {
    office = await openOffice(native);
    plan = await planFor(office);
    const { place, config, world } = office;
    const target = String(world.numbers.target);
    ended = await place.run('--config', config, 'anonymize', '--id', target, '--confirm', plan.confirm);
    after = await dumpRedmine();
  }, 400_000);
  afterAll(async () => {
    await office.place.leave();
  });

  it('HD-09 HD-11 HD-12 leaves no secret in the database and the files but where the plan said so beforehand', () => {
    expect(ended.code).toBe(0);
    const { before, world } = office;
    const secrets = secretsOf(office);
    expect(hunt(before, secrets, world.innocent).length).toBeGreaterThan(150);
    const announced = announcedTables(plan);
    const left = hunt(after, secrets, world.innocent).filter((hit) => !announced.has(tableOf(hit, after)));
    expect(left).toEqual([]);
  });

  it('announces nothing but what the repository keeps where the native part is installed, else gaps and remains', () => {
    const { gaps, remains } = plan.plan;
    if (native === 'on') {
      expect(gaps).toEqual([]);
      expect(remains.map(({ where }) => where)).toEqual(
        remains.map(() => 'the repository itself, of which Redmine shows a copy'),
      );
      expect(hunt(after, secretsOf(office), office.world.innocent)).toEqual([]);
      return;
    }
    expect(gaps.map(({ kind }) => kind)).toContain('dossier.history');
    expect(remains.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['dossier.title', 'dossier.description']));
  });

  it("leaves bystanders' words and accounts as they were, byte for byte", () => {
    const { before, world } = office;
    const text = after.map((one) => one.text).join('\n');
    expect(keptOf(office).filter((word) => !text.includes(word))).toEqual([]);
    const others = Object.values(world.numbers).filter((number) => number !== world.numbers.target);
    const accounts = (held: readonly Held[]): readonly Held[] =>
      held.filter(
        ({ at }) =>
          others.some((number) => at.startsWith(`users/${String(number)}/`)) &&
          !at.endsWith('/last_login_on') &&
          !at.endsWith('/updated_on'),
      );
    expect(accounts(after)).toEqual(accounts(before));
    const changed = new Map(after.map(({ at, text: now }) => [at, now]));
    const untold = before.filter(
      ({ at, text: was }) => at.startsWith('journals/') && at.endsWith('/notes') && changed.get(at) !== was,
    );
    const secrets = secretsOf(office);
    expect(untold.filter((cell) => hunt([cell], secrets).length === 0 && !isOnHerIssue(cell, office))).toEqual([]);
  });

  it('HD-01 HD-10 keeps what reports count, and companies', async () => {
    const tallies = await talliesOfRedmine();
    if (native === 'on') expect(tallies).toEqual(office.tallies);
    // Each change over REST writes an entry into the issue's history: history grows, what reports count does not.
    else expect(tallies).toMatchObject(reported(office.tallies));
  });

  it('HD-08 HD-15 HD-17 shows her as Anonymized everywhere, and lets her in no more', async () => {
    const { world } = office;
    const account = (column: string): string | undefined =>
      after.find(({ at }) => at === `users/${String(world.numbers.target)}/${column}`)?.text;
    expect(account('firstname')).toBe('Anonymized');
    expect(account('status')).toBe('3');
  });

  it('finds nothing more to do when it looks again', async () => {
    const { place, config } = office;
    const { target } = office.world.cast;
    const again = await place.run(
      '--config',
      config,
      'verify',
      `${target.firstName} ${target.lastName}`,
      target.address,
    );
    expect(again.code).toBe(0);
    expect(again.out).toContain('Hunted again: nothing more to blank.');
  }, 120_000);
});

/** Whether a note lies on an issue that was hers: those are blanked whole. */
function isOnHerIssue({ at }: Held, { before, world }: Office): boolean {
  const row = at.split('/')[1] ?? '';
  const issue = before.find((one) => one.at === `journals/${row}/journalized_id`)?.text;
  return before.some(
    (one) => one.at === `issues/${issue ?? ''}/author_id` && one.text === String(world.numbers.target),
  );
}

function reported(tallies: unknown): object {
  if (typeof tallies !== 'object' || tallies === null) throw new Error('Redmine counted nothing.');
  const grows = ['changes', 'notes', 'companies', 'wiki versions'];
  return Object.fromEntries(Object.entries(tallies).filter(([name]) => !grows.includes(name)));
}
