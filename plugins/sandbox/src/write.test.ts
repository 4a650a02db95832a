import { afterEach, describe, expect, it } from '@jest/globals';
import type { Host, ReadyStep } from '@lethe/core';
import { mint } from '@lethe/core/testing';
import { cardsIn, filesIn, removeFolder, ticketsIn } from '../test/folder.ts';
import { deskWith, plainCard, plainMail, plainTicket } from '../test/plain-desk.ts';
import { callWith, stepOn } from '../test/steps.ts';
import type { Wanted } from '../test/steps.ts';
import { sandboxHost } from './open.ts';
import type { StoredTicket } from './schema.ts';

const at = new Date('2026-05-05T10:00:00Z');
const title = { spot: 't1:title', kind: 'dossier.title', verb: 'set', to: '[Anonymized]' } as const;

describe('Applying steps', () => {
  const folders: string[] = [];
  afterEach(() => folders.splice(0).forEach(removeFolder));

  it('changes what the steps are about, in one write, and answers for each', async () => {
    const { host, folder } = await deskOf(plainTicket(1, { messages: [plainMail(1, 'Mira here.')] }));
    const receipts = await host.apply(
      callWith(title, { spot: 't1:m1:body', verb: 'clear' }, { spot: 't1:m9:body', verb: 'clear' }),
    );
    expect(receipts.map(({ claim }) => claim)).toEqual(['done', 'done', 'absent']);
    expect(ticketsIn(folder)[0]).toMatchObject({ title: '[Anonymized]', messages: [{ body: '' }] });
  });

  it('is safe to repeat: the second time nothing is written', async () => {
    const { host, folder } = await deskOf(plainTicket(1, { followers: ['p2'], messages: [mailWithFile()] }));
    const steps: readonly Wanted[] = [
      title,
      { spot: 't1:m1:f1', kind: 'attachment', verb: 'remove' },
      { spot: 't1:follower:p2', kind: 'dossier.people', verb: 'remove' },
      { spot: 'p1:access:signin', kind: 'person.access', verb: 'close' },
    ];
    const first = await host.apply(callWith(...steps));
    const left = filesIn(folder);
    const second = await host.apply(callWith(...steps));
    expect(first.map(({ claim }) => claim)).toEqual(['done', 'done', 'done', 'done']);
    expect(second.map(({ claim }) => claim)).toEqual(['done', 'absent', 'absent', 'absent']);
    expect(filesIn(folder)).toEqual(left);
  });

  it('takes the bytes of an attachment away with it', async () => {
    const { host, folder } = await deskOf(plainTicket(1, { messages: [mailWithFile()] }));
    await host.apply(callWith({ spot: 't1:m1:f1', kind: 'attachment', verb: 'remove' }));
    expect(textOf(folder)).not.toContain(inside);
  });

  it('leaves a text alone that is not the one that was read', async () => {
    const { host, folder } = await deskOf(plainTicket(1, { description: 'Mira called twice.' }));
    const [receipt] = await host.apply(
      callWith({
        spot: 't1:description',
        kind: 'dossier.description',
        verb: 'cut',
        before: 'Mira called.',
        to: 'X called.',
      }),
    );
    expect(receipt?.claim).toBe('stale');
    expect(ticketsIn(folder)[0]?.description).toBe('Mira called twice.');
  });

  it('copies an old title into the change log, where it can be scrubbed', async () => {
    const { host, folder } = await deskOf(plainTicket(1, { title: 'Badge of Mira' }));
    await host.apply(callWith(title));
    expect(ticketsIn(folder)[0]?.log.at(-1)).toEqual({
      at: at.toISOString(),
      by: 'p1',
      about: 'title',
      old: 'Badge of Mira',
      new: '',
    });
    await host.apply(callWith({ spot: 't1:log:title', kind: 'dossier.history', verb: 'clear', to: [] }));
    expect(textOf(folder)).not.toContain('Mira');
    expect(ticketsIn(folder)[0]?.log).toHaveLength(2);
  });

  it('scrubs of a change log only what is asked for', async () => {
    const { host, folder } = await deskOf(
      plainTicket(1, { log: [entry('Badge of Mira', 'Badge'), entry('Badge', 'Badge at gate 5')] }),
    );
    await host.apply(
      callWith({ spot: 't1:log:title', kind: 'dossier.history', verb: 'cut', to: ['Badge', 'Badge at gate 5'] }),
    );
    expect(ticketsIn(folder)[0]?.log.map((one) => [one.old, one.new])).toEqual([
      ['', 'Badge'],
      ['Badge', 'Badge at gate 5'],
    ]);
  });

  it('mails everybody who follows a ticket that is changed, so that order matters', async () => {
    const followed = plainTicket(1, { followers: ['p1', 'p2'] });
    const careless = await deskOf(followed);
    await careless.host.apply(callWith(title));
    expect(ticketsIn(careless.folder)[0]?.outbox.map(({ to }) => to)).toEqual([
      ['person1@falk.test', 'person2@falk.test'],
    ]);
    const careful = await deskOf(followed);
    await careful.host.apply(callWith({ spot: 't1:follower:p1', kind: 'dossier.people', verb: 'remove' }));
    await careful.host.apply(callWith(title));
    expect(ticketsIn(careful.folder)[0]?.outbox.map(({ to }) => to)).toEqual([['person2@falk.test']]);
  });

  it('says beforehand which changes are mailed about', async () => {
    const { host } = await deskOf(plainTicket(1, { followers: ['p2'] }));
    const quiet = await deskOf(plainTicket(1));
    expect([await toldKinds(host), await toldKinds(quiet.host)]).toEqual([
      ['dossier.title', 'dossier.description'],
      [],
    ]);
  });

  it('mails nobody about mails and notes that are emptied', async () => {
    const { host, folder } = await deskOf(
      plainTicket(1, { followers: ['p2'], messages: [plainMail(1, 'Mira here.')] }),
    );
    await host.apply(callWith({ spot: 't1:m1:body', verb: 'clear' }));
    expect(ticketsIn(folder)[0]?.outbox).toEqual([]);
  });

  it('does not change the title of an archived ticket, and says so before', async () => {
    const { host, folder } = await deskOf(plainTicket(1, { archived: true }));
    for await (const spot of host.spots([{ by: 'everything' }]))
      if (spot.kind === 'dossier.title') expect(spot.ability?.can).toBe('nothing');
    const [receipt] = await host.apply(callWith(title));
    expect(receipt).toMatchObject({ claim: 'refused', code: 'rejected' });
    expect(ticketsIn(folder)[0]?.title).toBe('Question 1');
  });

  it.each([
    ['a verb it does not have', { spot: 't1:m1:body', verb: 'close' }],
    ['a text for a secondary address', { spot: 'p2:address:a2', kind: 'person.email', verb: 'clear' }],
    ['nothing to set', { spot: 't1:m1:body', verb: 'set' }],
  ] as const)('refuses %s', async (_, wanted) => {
    const { host, folder } = await deskOf(plainTicket(1, { messages: [plainMail(1, 'Mira here.')] }));
    const left = filesIn(folder);
    const [receipt] = await host.apply(callWith(wanted));
    expect(receipt).toMatchObject({ claim: 'refused', code: 'rejected' });
    expect(filesIn(folder)).toEqual(left);
  });

  it('empties the first address and takes the others away', async () => {
    const { host, folder } = await deskOf(plainTicket(1));
    await host.apply(
      callWith(
        { spot: 'p2:address:a2', kind: 'person.email', verb: 'remove' },
        { spot: 'p2:address:a1', kind: 'person.email', verb: 'clear' },
      ),
    );
    expect(cardsIn(folder)[1]?.addresses).toEqual([{ id: 'a1', text: '' }]);
  });

  it('answers for steps on a ticket that is gone', async () => {
    const { host } = await deskOf(plainTicket(1));
    expect(await host.apply(callWith({ spot: 't77:title', kind: 'dossier.title', verb: 'clear' }))).toMatchObject([
      { claim: 'absent' },
    ]);
  });

  it('refuses ids that lead out of its folder', async () => {
    const { host } = await deskOf(plainTicket(1));
    await expect(host.apply(callWith({ spot: 't1/../../x:title', verb: 'clear' }))).rejects.toMatchObject({
      code: 'rejected',
    });
  });

  async function deskOf(ticket: StoredTicket): Promise<{ readonly host: Host; readonly folder: string }> {
    const second = { id: 'a2', text: 'person2@home.test' };
    const folder = deskWith(
      [ticket],
      [plainCard(1), plainCard(2, { addresses: [{ id: 'a1', text: 'person2@falk.test' }, second] })],
    );
    folders.push(folder);
    return { host: await sandboxHost({ folder, now: () => at }), folder };
  }
});

describe('Grouping steps', () => {
  it('puts all steps on one sheet into one call, in their order, and closing an access into a call of its own', async () => {
    const folder = deskWith([plainTicket(1)]);
    const host = await sandboxHost({ folder });
    removeFolder(folder);
    const on = (spot: string, kind: ReadyStep['kind'] = 'message.body'): ReadyStep =>
      stepOn({ spot, kind, verb: 'clear' });
    const steps = [
      on('p1:access:signin', 'person.access'),
      on('t2:m1:body'),
      on('t1:title'),
      on('t2:title'),
      on('p1:name', 'person.name'),
    ];
    const spots = host.group(steps).map((group) => group.steps.map(({ spot }) => spot));
    expect(spots).toEqual(
      [['p1:access:signin'], ['t2:m1:body', 't2:title'], ['t1:title'], ['p1:name']].map((some) =>
        some.map((spot) => mint('spot', spot)),
      ),
    );
  });
});

async function toldKinds(host: Host): Promise<readonly string[]> {
  const kinds: string[] = [];
  for await (const { kind, ability } of host.spots([{ by: 'everything' }])) {
    if (ability !== undefined && ability.can !== 'nothing' && ability.sideEffect !== undefined) kinds.push(kind);
  }
  return kinds;
}

const inside = Buffer.from('Signature: Mira').toString('base64');

function mailWithFile(): StoredTicket['messages'][number] {
  return {
    ...plainMail(1, 'See the form.'),
    attachments: [{ id: 'f1', name: 'form.txt', description: '', bytes: inside }],
  };
}

function entry(old: string, text: string): StoredTicket['log'][number] {
  return { at: at.toISOString(), by: 'p1', about: 'title', old, new: text };
}

function textOf(folder: string): string {
  return Object.values(filesIn(folder))
    .map((bytes) => bytes.toString())
    .join('\n');
}
