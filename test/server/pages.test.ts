import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { leverHost, leverPages } from '@lethe/lever';
import { ApiBench, TestGround } from '@lethe/server/testing';
import { virtualClock } from '@lethe/core/testing';
import { z } from 'zod';
import { Seed } from '../../plugins/lever/test/fake/seed.ts';
import { FakeLever } from '../../plugins/lever/test/fake/server.ts';
import { portTo } from '../../plugins/lever/test/testbed.ts';

const DAY = 86_400_000;
const test = new TestGround();
const clock = virtualClock();
const on: { bench?: ApiBench; fake?: FakeLever; opportunities?: Readonly<Record<string, string>> } = {};

const answersSchema = z.object({
  hosts: z.array(
    z.object({
      host: z.string(),
      found: z
        .object({
          person: z.object({ id: z.string(), name: z.string() }),
          case: z.object({ id: z.string(), state: z.string() }).optional(),
          standing: z.string(),
          due: z.array(z.object({ because: z.string(), only: z.string().optional() })),
        })
        .optional(),
      failed: z.unknown().optional(),
    }),
  ),
});

beforeAll(async () => {
  const seed = new Seed(clock);
  const contact = seed.contact({ name: 'Ada Quellstone', emails: ['ada@quellstone.test'] });
  const store = (days: number) => ({
    store: { allowed: true, expiresAt: clock.now().getTime() + days * DAY },
    contact: { allowed: true, expiresAt: null },
  });
  on.opportunities = {
    archived: seed.opportunity(contact, {}),
    open: seed.opportunity(contact, { archived: null }),
    expired: seed.opportunity(contact, { dataProtection: store(-10) }),
    consented: seed.opportunity(contact, { dataProtection: store(10_000) }),
  };
  on.fake = await FakeLever.start(seed.lever);
  const host = leverHost(portTo(on.fake, clock), { clock });
  on.bench = await ApiBench.open(test, { hosts: { hiring: host }, pages: leverPages });
});
afterAll(() => on.fake?.close());

const pageOf = (which: string): string => `https://hire.lever.co/candidates/${on.opportunities?.[which] ?? ''}?lang=en`;

async function asked(groups: readonly string[], address: string) {
  const { browser } = await on.bench!.operator({ groups });
  const answer = await browser.get(`/api/v1/pages?address=${encodeURIComponent(address)}`);
  return { status: answer.statusCode, hosts: answersSchema.safeParse(answer.json()).data?.hosts };
}

describe('a page of a host', () => {
  it.each([
    { which: 'archived', state: 'archived', standing: 'ready', due: [] },
    { which: 'open', state: 'open', standing: 'case-open', due: [] },
    { which: 'expired', state: 'archived', standing: 'ready', due: ['consent-ended'] },
    { which: 'consented', state: 'archived', standing: 'ready', due: [] },
  ])(
    'shows the candidate of an opportunity that is $which, and what is due',
    async ({ which, state, standing, due }) => {
      const { hosts } = await asked(['runners'], pageOf(which));
      const found = hosts?.[0]?.found;
      expect(found?.person.name).toBe('Ada Quellstone');
      expect(found?.case).toEqual({ id: `o${on.opportunities?.[which] ?? ''}`, state });
      expect([found?.standing, found?.due.map(({ because }) => because)]).toEqual([standing, due]);
    },
  );

  it('says no name to those who may only look', async () => {
    const { hosts } = await asked(['lookers'], pageOf('archived'));
    expect(hosts?.[0]?.found?.person.name).toBe('A… Q…');
  });

  it('is nothing to somebody without the right', async () => {
    expect((await asked([], pageOf('archived'))).status).toBe(403);
  });

  it.each([
    [
      'an opportunity that is not there',
      'https://hire.lever.co/candidates/00000000-0000-4000-8000-000000000000',
      [{ host: 'hiring' }],
    ],
    ['another page of it', 'https://hire.lever.co/settings', []],
    ['another site', 'https://hire.lever.test/candidates/00000000-0000-4000-8000-000000000000', []],
  ])('shows nobody where it is %s', async (_, address, hosts) => {
    expect((await asked(['runners'], address)).hosts).toEqual(hosts);
  });
});
