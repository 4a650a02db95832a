import { describe, expect, it } from '@jest/globals';
import { virtualClock } from '@lethe/core/testing';
import type { Answer, Call } from '../../http-port.ts';
import { AgentWitness } from './agent.ts';

interface Said {
  readonly id?: number | string | null;
  readonly role?: string | number;
  readonly groups?: readonly { readonly id: number; readonly name: string }[];
}

const support = { id: 21, name: 'Support' };
const billing = { id: 22, name: 'Billing' };
const tier2 = { id: 21, name: 'Tier 2' };

/** What the framework and Zendesk say; both may be changed while the app is open. */
function scene(framework: Said, zendesk: Said) {
  const said = { framework, zendesk };
  const calls: Call[] = [];
  const clock = virtualClock();
  const client = {
    get: async () => {
      const { id = 7, role = 'agent', groups = [] } = said.framework;
      return { 'currentUser.id': id, 'currentUser.role': role, 'currentUser.groups': groups, errors: {} };
    },
    metadata: async () => ({}),
    context: async () => ({}),
  };
  const port = async (call: Call): Promise<Answer> => {
    calls.push(call);
    const { id = 7, role = 'agent', groups = [] } = said.zendesk;
    const json = call.path.endsWith('/groups') ? { groups, meta: { has_more: false } } : { user: { id, role } };
    return { status: 200, headers: {}, json };
  };
  return { said, calls, clock, witness: new AgentWitness(client, { port, clock }) };
}

describe('who works the app', () => {
  it.each([
    { who: 'a member', page: [support], api: [support], groups: ['id:21', 'name:support'] },
    { who: 'one taken out of a group', page: [support, billing], api: [billing], groups: ['id:22', 'name:billing'] },
    { who: 'one the page was told less of', page: [], api: [support], groups: [] },
    { who: 'one whose group was renamed since', page: [support], api: [tier2], groups: ['id:21', 'name:tier 2'] },
  ])('is in the groups both witnesses name: $who', async ({ page, api, groups }) => {
    const { witness } = scene({ groups: page }, { groups: api });
    expect(await witness.actor()).toEqual({ id: 'agent-7', groups, administrator: false });
  });

  it.each([
    { page: 'admin', api: 'admin', administrator: true },
    { page: 'admin', api: 'agent', administrator: false },
    { page: 'agent', api: 'admin', administrator: false },
    { page: 4201, api: 'admin', administrator: true },
    { page: 4201, api: 'agent', administrator: false },
  ])('administers where neither says no: $page on the page, $api in the API', async ({ page, api, administrator }) => {
    expect(await scene({ role: page }, { role: api }).witness.actor()).toMatchObject({ administrator });
  });

  it('is nobody when the two name different people', async () => {
    await expect(scene({ id: 7 }, { id: 8 }).witness.actor()).rejects.toMatchObject({ code: 'signed-out' });
    await expect(scene({}, { id: null }).witness.actor()).rejects.toMatchObject({ code: 'signed-out' });
  });

  it('is not guessed when the framework does not say', async () => {
    await expect(scene({ id: null }, {}).witness.actor()).rejects.toMatchObject({ code: 'unreadable' });
  });

  it('is asked of the framework each time, and of Zendesk when something begins and every five minutes', async () => {
    const { witness, said, calls, clock } = scene({ groups: [support] }, { groups: [support] });
    await witness.actor();
    await witness.actor();
    expect(calls).toHaveLength(2);
    said.framework = { groups: [] };
    expect((await witness.actor()).groups).toEqual([]);
    expect(calls).toHaveLength(2);
    witness.forget();
    await witness.actor();
    expect(calls).toHaveLength(4);
    await clock.wait(5 * 60_000);
    await witness.actor();
    expect(calls).toHaveLength(6);
  });
});
