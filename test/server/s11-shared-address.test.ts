import { beforeAll, describe, expect, it } from '@jest/globals';
import { memoryGround, mint, smallWorld, virtualClock } from '@lethe/core/testing';
import type { MemoryGround, World } from '@lethe/core/testing';
import { ApiBench, TestGround } from '@lethe/server/testing';
import type { Browser } from '@lethe/server/testing';
import { z } from 'zod';

const test = new TestGround();
const begun = z.object({ id: z.string() });
const approved = z.object({ run: z.string() });
const shared = smallWorld().target.addresses[0] ?? '';

/** Ida and the target read one mailbox: Ida wrote a mail from it, which names nobody. */
function sharingWorld(): World {
  const world = smallWorld();
  const [first] = world.dossiers;
  const [mail] = first?.messages ?? [];
  if (first === undefined || mail === undefined) throw new RangeError('The world begins with a mail.');
  const hers = {
    ...{ ...mail, key: 'message-of-ida', author: 'ida', from: [shared], copies: [], files: [] },
    ...{ subject: 'Keys', body: { form: 'plain', text: 'Mine are lost, thimble-ida.' } as const },
  };
  const ticket = { ...first, key: 'ticket-of-ida', openedBy: 'ida', watchers: [], history: [], files: [], fields: {} };
  return {
    ...world,
    others: world.others.map((one) => (one.key === 'ida' ? { ...one, addresses: [...one.addresses, shared] } : one)),
    dossiers: [...world.dossiers, { ...ticket, title: 'Keys', description: 'Lost.', messages: [hers] }],
  };
}

describe('S11 two people who go by one address', () => {
  const grounds = new Map<string, MemoryGround>();
  let bench: ApiBench;
  let browser: Browser;
  beforeAll(async () => {
    for (const name of ['asked', 'parted', 'one', 'late'])
      grounds.set(name, memoryGround(name === 'late' ? smallWorld() : sharingWorld(), { clock: virtualClock() }));
    bench = await ApiBench.open(test, {
      hosts: Object.fromEntries([...grounds].map(([name, { host }]) => [name, host])),
    });
    browser = (await bench.operator({ groups: ['runners'] })).browser;
  });

  function groundOf(name: string): MemoryGround {
    const ground = grounds.get(name);
    if (ground === undefined) throw new RangeError('The test names a desk it has not.');
    return ground;
  }

  /** Reviews with what is acknowledged, approves and runs. Answers how the run ended. */
  async function ran(host: string, acknowledged: readonly string[]): Promise<string> {
    const review = { host, person: groundOf(host).target, acknowledged };
    const { id } = begun.parse((await browser.change('POST', '/api/v1/reviews', review)).json());
    const { ending } = await bench.ended(browser, `/api/v1/reviews/${id}`);
    const shape = z.object({ digest: z.string(), phrase: z.string(), steps: z.number() });
    const plan = shape.parse((await browser.get(`/api/v1/plans/${ending?.plan ?? ''}`)).json());
    const approval = await bench.approve(browser, { ...plan, plan: ending?.plan ?? '' }, { acknowledged });
    const worker = await bench.worker();
    const state = await bench.settled(browser, approved.parse(approval.json()).run);
    await worker.stop();
    return state;
  }

  async function textOfIda(host: string): Promise<string> {
    return Object.values(await groundOf(host).texts()).join('\n');
  }

  it('S11 neither loses the other’s mails unasked: the review says so and leads to no plan', async () => {
    const { target } = groundOf('asked');
    expect(await bench.reviewed(browser, 'asked', target)).toMatchObject({
      ending: { at: 'blocked', obstacles: [{ code: 'address-shared', acknowledgeable: true }] },
    });
    expect(await bench.reviewed(browser, 'asked', 'account-ida')).toMatchObject({
      ending: { at: 'blocked', obstacles: [{ code: 'address-shared' }] },
    });
    expect(groundOf('asked').calls().writes).toBe(0);
  });

  it('S11 once the address is one account’s alone, the other one’s mails stay', async () => {
    const ground = groundOf('parted');
    await ground.edit(mint('spot', 'account-target/address-1'), 'zoe.alone@quill.test');
    expect(await ran('parted', [])).toMatch(/^done/);
    expect(await textOfIda('parted')).toContain('thimble-ida');
  });

  it('S11 where somebody knows that both are one person, mails from it go, and the other account stays to be seen to', async () => {
    expect(await ran('one', ['address-shared'])).toMatch(/^done/);
    expect(await textOfIda('one')).not.toContain('thimble-ida');
    expect((await groundOf('one').texts())['account-ida/name']).toBe('Ida Falk');
  });

  it('S11 whoever comes to share it after the review keeps the run from beginning', async () => {
    const ground = groundOf('late');
    const plan = await bench.planned(browser, 'late', ground.target);
    await ground.edit(mint('spot', 'account-ida/address-1'), shared.toUpperCase());
    const { run } = approved.parse((await bench.approve(browser, plan)).json());
    const worker = await bench.worker();
    expect(await bench.settled(browser, run)).toBe('stopped');
    await worker.stop();
    expect((await browser.get(`/api/v1/runs/${run}`)).json()).toMatchObject({
      obstacles: [{ code: 'address-shared' }],
    });
    expect(ground.calls().writes).toBe(0);
  });
});
