import { describe, expect, it } from '@jest/globals';
import type { ZafPage } from './zaf-page.ts';
import { zendeskFrame } from './zendesk-frame.ts';

/** A client of the framework that answers from a table and remembers what it was asked. */
function clientWith(values: Readonly<Record<string, unknown>>) {
  const invoked: (readonly unknown[])[] = [];
  const heard = new Map<string, () => void>();
  const client: ZafPage = {
    context: async () => ({ location: 'user_sidebar' }),
    metadata: async () => ({}),
    get: async () => values,
    request: async () => undefined,
    invoke: async (...asked) => {
      invoked.push(asked);
      return { 'instances.create': [{ instanceGuid: 'm-1' }] };
    },
    instance: (guid) => ({ on: (event, handler) => void heard.set(`${guid} ${event}`, handler) }),
    on: (event, handler) => void heard.set(event, handler),
  };
  return { frame: zendeskFrame(client), invoked, heard };
}

describe('whom the page is about', () => {
  it.each<[string, Readonly<Record<string, unknown>>, readonly (readonly [string, string])[]]>([
    ['the user', { 'user.id': 20_978_000_008 }, [['u20978000008', 'user']]],
    ['the requester', { 'ticket.requester': { id: 7, name: 'A' } }, [['u7', 'requester']]],
    [
      'everybody copied, each once and without the requester',
      { 'ticket.requester': { id: 7 }, 'ticket.collaborators': [{ id: 8 }, { id: '9' }, { id: 8 }, { id: 7 }] },
      [
        ['u7', 'requester'],
        ['u8', 'copied'],
        ['u9', 'copied'],
      ],
    ],
    [
      'nobody whose number is missing',
      { 'ticket.requester': null, 'ticket.collaborators': [{ email: 'a@b.test' }] },
      [],
    ],
    ['nobody where the framework says nothing', { errors: { 'user.id': {} } }, []],
  ])('%s', async (_who, values, people) => {
    const { frame } = clientWith(values);
    expect((await frame.people()).map(({ person, as }) => [person, as])).toEqual(people);
  });
});

describe('the frame', () => {
  it('opens a modal by the id of the person alone, and hears when it is closed', async () => {
    const { frame, invoked, heard } = clientWith({ 'user.id': 7 });
    const [side] = await frame.people();
    let closed = 0;
    await frame.openModal({ person: side!.person }, () => (closed += 1));
    expect(invoked).toEqual([
      ['instances.create', { location: 'modal', url: 'assets/iframe.html#person=u7', size: expect.anything() }],
    ]);
    heard.get('m-1 modal.close')?.();
    expect(closed).toBe(1);
  });

  it('shows a profile by the number Zendesk knows, and makes a panel as high as asked', async () => {
    const { frame, invoked } = clientWith({ 'user.id': 7 });
    const [side] = await frame.people();
    frame.showUser(side!.person);
    frame.resize(321);
    expect(invoked).toEqual([
      ['routeTo', 'user', 7],
      ['resize', { width: '100%', height: '321px' }],
    ]);
  });

  it('tells of every change of the page', () => {
    const { frame, heard } = clientWith({});
    let changes = 0;
    frame.onChange(() => (changes += 1));
    for (const event of ['app.activated', 'user.changed']) heard.get(event)?.();
    expect(changes).toBe(2);
  });
});
