import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { changedHost } from '@lethe/core';
import type { Host, Obstacle, Person } from '@lethe/core';
import { memoryGround, mint, smallWorld, virtualClock } from '@lethe/core/testing';
import type { MemoryGround } from '@lethe/core/testing';
import { ApiBench, TestGround } from '@lethe/server/testing';
import type { Browser } from '@lethe/server/testing';
import { z } from 'zod';

const test = new TestGround();
const approved = z.object({ run: z.string() });
const shown = z.looseObject({
  reason: z.string().optional(),
  obstacles: z.array(z.looseObject({ code: z.string() })),
});

/** A host that becomes another one as soon as the run that was approved makes its first call. */
class ChangingDesk {
  readonly ground: MemoryGround = memoryGround(smallWorld(), { clock: virtualClock() });
  readonly host: Host;
  /** What happens then, once. */
  happens: (() => unknown) | undefined;
  #changes: Partial<Host> = {};

  constructor() {
    const now = (): Host => changedHost(this.ground.host, this.#changes);
    this.host = changedHost(this.ground.host, {
      preflight: async () => {
        const change = this.happens;
        this.happens = undefined;
        await change?.();
        return now().preflight();
      },
      findPeople: (query) => now().findPeople(query),
    });
  }

  becomes(changes: Partial<Host>): void {
    this.#changes = changes;
  }

  /** The host tells something else about the person from now on. */
  says(about: Partial<Person>): void {
    const { host, target } = this.ground;
    this.becomes({
      findPeople: async function* (query) {
        for await (const person of host.findPeople(query))
          yield person.id === target ? { ...person, ...about } : person;
      },
    });
  }

  /** Somebody edits a text, whoever reads it. */
  async edits(spot: string, text: string): Promise<void> {
    await this.ground.edit(mint('spot', spot), text);
  }
}

const rightLost: Obstacle = {
  code: 'host-right-missing',
  says: 'The key may not redact any more.',
  remedy: 'Give the right back.',
};

/** What happens in the host after the approval, and what the run says of it. */
interface Change {
  readonly what: string;
  readonly desk: string;
  readonly change: (desk: ChangingDesk) => unknown;
  readonly reason: string;
  readonly code: string;
}

const changes: readonly Change[] = [
  {
    what: 'somebody else’s field came to name the person',
    desk: 'grew',
    change: async (desk) => desk.edits('account-ida/field-1', 'Ask Zoë Ångström, zoe.angstrom@quill.test'),
    reason: 'plan-grew',
    code: 'confirmation-outdated',
  },
  {
    what: 'the person wrote another mail',
    desk: 'wrote',
    change: ({ ground: { store, target } }) => {
      const [old] = [...store.messages.values()].filter(({ author }) => author === target);
      if (old === undefined) throw new RangeError('She wrote before.');
      const id = mint('message', 'message-of-later');
      store.messages.set(id, { ...old, id });
      store.write(
        {
          id: mint('spot', `${old.dossier}/message-of-later/body`),
          kind: 'message.body',
          label: 'body of a later mail',
          owner: { type: 'message', id },
          value: { form: 'plain', text: '' },
        },
        { form: 'plain', text: 'One more thing: thimble-later.' },
      );
    },
    reason: 'plan-grew',
    code: 'confirmation-outdated',
  },
  {
    what: 'the person became an agent',
    desk: 'agent',
    change: (desk) => desk.says({ kind: 'agent' }),
    reason: 'obstacles',
    code: 'not-end-user',
  },
  {
    what: 'nobody can tell any more what the person is',
    desk: 'unknown',
    change: (desk) => desk.says({ kind: 'unknown' }),
    reason: 'obstacles',
    code: 'not-end-user',
  },
  {
    what: 'the person was hired',
    desk: 'hired',
    change: (desk) => desk.says({ employed: true }),
    reason: 'obstacles',
    code: 'hired',
  },
  {
    what: 'the account is the last that can administer',
    desk: 'last',
    change: (desk) => desk.says({ lastAdministrator: true }),
    reason: 'obstacles',
    code: 'last-administrator',
  },
  {
    what: 'the account is the one Lethe works with',
    desk: 'self',
    change: (desk) => desk.says({ self: true }),
    reason: 'obstacles',
    code: 'oneself',
  },
  {
    what: 'a directory masters the account by now',
    desk: 'scim',
    change: (desk) => desk.says({ masteredBy: 'scim' }),
    reason: 'obstacles',
    code: 'mastered-elsewhere',
  },
  {
    what: 'the account was merged into another',
    desk: 'merged',
    change: ({ ground }) => ground.store.people.delete(ground.target),
    reason: 'gone',
    code: 'host-setting',
  },
  {
    what: 'the key lost a right in the host, which a look beforehand shows',
    desk: 'right',
    change: (desk) => desk.becomes({ preflight: async () => [rightLost] }),
    reason: 'obstacles',
    code: 'host-right-missing',
  },
  {
    what: 'the key is not accepted any more',
    desk: 'signed-out',
    change: ({ ground }) => ground.faults.set({ on: 'all', kind: 'signed-out', times: Infinity }),
    reason: 'signed-out',
    code: 'host-setting',
  },
];

/** Something that happens after the review. */
interface Happening {
  readonly before?: (plan: string) => unknown;
  readonly within?: (desk: ChangingDesk) => unknown;
}

describe('S14 between the approval and the run', () => {
  const desks = new Map(changes.map(({ desk }) => [desk, new ChangingDesk()]));
  let bench: ApiBench;
  let runner: Browser;
  let administrator: Browser;
  let worker: Awaited<ReturnType<ApiBench['worker']>> | undefined;
  beforeAll(async () => {
    for (const name of ['rules', 'hold', 'row', 'edited', 'half']) desks.set(name, new ChangingDesk());
    const hosts = Object.fromEntries([...desks].map(([name, { host }]) => [name, host]));
    bench = await ApiBench.open(test, { hosts, server: { caps: { velocity: { runs: 1_000 } } } });
    runner = (await bench.operator({ groups: ['runners'] })).browser;
    administrator = (await bench.operator({ administrator: true })).browser;
    worker = await bench.worker();
  });
  afterAll(async () => {
    await worker?.stop();
  });

  function deskOf(name: string): ChangingDesk {
    const desk = desks.get(name);
    if (desk === undefined) throw new RangeError('The test names a desk it has not.');
    return desk;
  }

  /** Reviews, approves and lets a worker do it, with something that happens before or within. Answers what the run says at its end. */
  async function ranWith(name: string, { before, within }: Happening) {
    const desk = deskOf(name);
    const plan = await bench.planned(runner, name, desk.ground.target);
    if (within !== undefined) desk.happens = () => within(desk);
    await before?.(plan.plan);
    const { run } = approved.parse((await bench.approve(runner, plan)).json());
    const state = await bench.settled(runner, run);
    const { reason, obstacles } = shown.parse((await runner.get(`/api/v1/runs/${run}`)).json());
    return { run, state, reason, codes: obstacles.map(({ code }) => code), writes: desk.ground.calls().writes };
  }

  async function put(document: string, what: object): Promise<void> {
    const url = `/api/v1/settings/${document}`;
    const { version: seen } = z.looseObject({ version: z.number() }).parse((await administrator.get(url)).json());
    expect((await administrator.change('PUT', url, { document: what, seen })).statusCode).toBe(200);
  }

  it.each(changes)('S14 nothing is written where $what', async ({ desk: name, change, reason, code }) => {
    const ran = await ranWith(name, { within: change });
    expect(ran).toMatchObject({ state: 'stopped', reason, codes: expect.arrayContaining([code]), writes: 0 });
    // Nor when somebody insists: what stopped it still does.
    const resumed = await runner.change('POST', `/api/v1/runs/${ran.run}/resume`, { acceptRefused: true });
    expect(resumed.statusCode).toBe(reason === 'plan-grew' ? 409 : 204);
    expect(await bench.settled(runner, ran.run)).toBe('stopped');
    expect(deskOf(name).ground.calls().writes).toBe(0);
  });

  it('S14 nothing is written by other rules than those of the review', async () => {
    const rules = { version: 1, name: 'other', spots: { attachment: { mentioned: 'keep' } } };
    const ran = await ranWith('rules', { before: async () => put('rules', rules) });
    await put('rules', { version: 1, name: 'default' });
    expect(ran).toMatchObject({ state: 'stopped', reason: 'not-approved', writes: 0 });
  });

  it('S14 nothing is written to somebody who is held by now', async () => {
    const hold = { person: deskOf('hold').ground.target, reason: 'litigation', reviewOn: '2099-01-01' };
    const ran = await ranWith('hold', { before: async () => put('holds', { hold: [hold] }) });
    expect(ran).toMatchObject({ state: 'stopped', reason: 'obstacles', codes: ['legal-hold'], writes: 0 });
  });

  it('S14 nothing is written by a plan that was changed where it is stored', async () => {
    const alter = `update lethe.plan set document = jsonb_set(document, '{steps,0,verb}', '"remove"') where id = $1`;
    const ran = await ranWith('row', { before: async (plan) => test.database.ask(alter, [plan]) });
    expect(ran).toMatchObject({ state: 'stopped', reason: 'not-approved', writes: 0 });
  });

  it('S14 what was edited meanwhile is left alone, and the person keeps their name until somebody looked again', async () => {
    const spot = 'ticket-1/message-1/body';
    const ran = await ranWith('edited', {
      within: async (desk) => desk.edits(spot, 'I never wrote that, thimble-edited.'),
    });
    expect(ran).toMatchObject({ state: 'stopped', reason: 'unfinished-steps', codes: ['confirmation-outdated'] });
    const texts = await deskOf('edited').ground.texts();
    expect(texts[spot]).toContain('thimble-edited');
    expect(texts['account-target/name']).toBe('Zoë Ångström');
  });

  it('S14 a right that is lost in mid-run leaves the person their name, and the run says how much was refused', async () => {
    const ran = await ranWith('half', {
      within: ({ ground }) => ground.faults.set({ on: 'writes', kind: 'not-permitted', after: 1, times: Infinity }),
    });
    expect(ran).toMatchObject({ state: 'stopped', reason: 'unfinished-steps', codes: ['host-right-missing'] });
    expect((await deskOf('half').ground.texts())['account-target/name']).toBe('Zoë Ångström');
  });
});
