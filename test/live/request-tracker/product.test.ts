import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { hunt } from '../shared/held.ts';
import type { Held } from '../shared/held.ts';
import type { ShownPlan } from '../shared/planning.ts';
import { announcedTables, tableOf } from './announced.ts';
import { dumpRequestTracker } from './dump.ts';
import { keptOf, openOffice, planFor, secretsOf, talliesOfRequestTracker } from './product.ts';
import type { Office } from './product.ts';

describe.each(['on', 'off'] as const)('the product on a real Request Tracker, native part %s', (native) => {
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
    after = await dumpRequestTracker();
  }, 900_000);
  afterAll(async () => {
    await office.place.leave();
  });

  it('HD-09 HD-11 HD-12 leaves no secret in the database and the sessions but where the plan said so beforehand', () => {
    expect(ended.code).toBe(0);
    const { before, world } = office;
    const secrets = secretsOf(office);
    expect(hunt(before, secrets, world.innocent).length).toBeGreaterThan(150);
    const announced = announcedTables(plan);
    const left = hunt(after, secrets, world.innocent).filter(
      (hit) => !announced.has(tableOf(hit, world.numbers.target)),
    );
    expect(left).toEqual([]);
  });

  it('announces nothing but what is not its own where the native part is installed, else gaps and remains', () => {
    const { gaps } = plan.plan;
    if (native === 'on') {
      expect(gaps.map(({ label }) => label)).toEqual(['sessions of others']);
      const left = hunt(after, secretsOf(office), office.world.innocent);
      expect(left.filter((hit) => !hit.startsWith('sessions/'))).toEqual([]);
      return;
    }
    expect(gaps.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['message.body', 'attachment']));
  });

  it("leaves bystanders' words and accounts as they were, byte for byte", () => {
    const { before, world } = office;
    const text = after.map((one) => one.text).join('\n');
    expect(keptOf(office).filter((word) => !text.includes(word))).toEqual([]);
    const { target, colleague, ...rest } = world.numbers;
    const others = Object.values(rest);
    const accounts = (held: readonly Held[]): readonly Held[] =>
      held.filter(({ at }) => others.some((number) => at.startsWith(`Users/${String(number)}/`)));
    expect(accounts(after)).toEqual(accounts(before));
    const mine = (held: readonly Held[]): readonly Held[] =>
      held.filter(({ at }) => at.startsWith(`Users/${String(colleague)}/`) && !at.endsWith('/Comments'));
    expect(mine(after)).toEqual(mine(before)); // her name stands in what is said about the colleague
    expect(target).not.toBe(colleague);
  });

  it('changes no text of others but where her name stood in it', () => {
    const { before, world } = office;
    const now = new Map(after.map(({ at, text }) => [at, text]));
    const told = before.filter(({ at, text }) => /^Attachments\/\d+\/Content$/.test(at) && now.get(at) !== text);
    const secrets = [...secretsOf(office), ...world.outgoing];
    const untold = told.filter((cell) => hunt([cell], secrets).length === 0);
    expect(untold.filter(({ at }) => !isHers(at, office))).toEqual([]);
  });

  it('HD-01 HD-10 keeps what reports count, and organizations', async () => {
    const tallies = await talliesOfRequestTracker();
    if (native === 'on') expect(tallies).toEqual(office.tallies);
    // Each change over REST writes a transaction: history grows, what reports count does not.
    else expect(tallies).toMatchObject(reported(office.tallies));
  });

  it('HD-08 HD-15 HD-17 shows her as Anonymized everywhere, and lets her in no more', () => {
    const { target } = office.world.numbers;
    const cell = (place: string): string | undefined => after.find(({ at }) => at === place)?.text;
    expect(cell(`Users/${String(target)}/RealName`)).toBe('Anonymized');
    expect(cell(`Principals/${String(target)}/Disabled`)).toBe('1');
    expect(cell(`Users/${String(target)}/Organization`)).toBe('Halvorsen Mills');
  });

  it('finds nothing more to do when it looks again', async () => {
    const { place, config } = office;
    const { target } = office.world.cast;
    const name = `${target.firstName} ${target.lastName}`;
    const again = await place.run('--config', config, 'verify', name, target.address);
    expect(again.out).toContain('Hunted again: nothing more to blank.');
    expect(again.code).toBe(0);
  }, 240_000);
});

/** Whether a part of a mail lies on a ticket she opened, or in a mail she got a copy of: those go whole. */
function isHers(place: string, { before, world }: Office): boolean {
  const cells = new Map(before.map(({ at, text }) => [at, text]));
  const transaction = cells.get(`Attachments/${place.split('/')[1] ?? ''}/TransactionId`) ?? '';
  const ticket = cells.get(`Transactions/${transaction}/ObjectId`) ?? '';
  const { unrelated, mentions, byDesk, namesakes } = world.tickets;
  return ![unrelated, mentions, byDesk, namesakes].includes(Number(ticket));
}

function reported(tallies: unknown): object {
  if (typeof tallies !== 'object' || tallies === null) throw new Error('Request Tracker counted nothing.');
  const grows = ['transactions', 'all transactions'];
  return Object.fromEntries(Object.entries(tallies).filter(([name]) => !grows.includes(name)));
}
