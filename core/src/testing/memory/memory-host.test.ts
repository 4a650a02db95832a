import { describe, expect, it } from '@jest/globals';
import type { ReadyStep, SpotKind, Verb } from '../../host.ts';
import { identifiersFrom } from '../../identifiers.ts';
import { Personal } from '../../personal.ts';
import { mint } from '../mint.ts';
import { virtualClock } from '../virtual-clock.ts';
import { smallWorld } from '../worlds/build-world.ts';
import { target } from '../worlds/people.ts';
import type { MemoryOptions } from './memory-profile.ts';
import { memoryGround } from './memory-testbed.ts';
import type { MemoryGround } from './memory-testbed.ts';

const title = mint('spot', 'ticket-1/title');
const access = mint('spot', 'account-target/access');
const [address = ''] = target.addresses;

function groundWith(options: MemoryOptions = {}): MemoryGround {
  return memoryGround(smallWorld(), { options, clock: virtualClock() });
}

function step(spot: ReadyStep['spot'], kind: SpotKind, verb: Verb): ReadyStep {
  return { id: mintStep(spot), spot, kind, verb, after: { form: 'plain', text: Personal.of('New') } };
}

function mintStep(text: string): ReadyStep['id'] {
  assertStep(text);
  return text;
}

function assertStep(text: string): asserts text is ReadyStep['id'] {
  if (text === '') throw new TypeError('An id is not empty.');
}

async function dumped(ground: MemoryGround): Promise<string> {
  let text = '';
  for await (const part of ground.dump()) text += String(part);
  return text;
}

describe('a memory host', () => {
  it('mails whoever watches a ticket when it changes, as long as their account is open', async () => {
    const ground = groundWith();
    await ground.edit(title, 'Edited');
    expect(ground.store.mailed).toContain(address);

    const closed = groundWith();
    await closed.host.apply({ call: 'close', steps: [step(access, 'person.access', 'close')] });
    await closed.edit(title, 'Edited');
    expect(closed.store.mailed).toEqual(['ida.falk@falk.test']);
  });

  it('keeps an old title in its change log if it has one', async () => {
    const before = 'Broken thimble-1-title';
    const [logging, plain] = [groundWith({ changeLog: 'kept' }), groundWith()];
    for (const ground of [logging, plain]) await ground.edit(title, 'Edited');

    expect(await dumped(logging)).toContain(before);
    expect(await dumped(plain)).not.toContain(before);
  });

  it('does nothing its profile does not allow', async () => {
    const { host } = groundWith();
    const group = { call: 'change', steps: [step(title, 'dossier.title', 'clear')] };

    await expect(host.apply(group)).rejects.toThrow('asked to clear a dossier.title');
  });

  it('calls a step stale whose text is not the one that was read', async () => {
    const ground = groundWith();
    const cut = { ...step(title, 'dossier.title', 'cut'), before: Personal.of('Something else') };
    const [receipt] = await ground.host.apply({ call: 'change', steps: [cut] });

    expect(receipt?.claim).toBe('stale');
    expect((await ground.texts())[title]).toBe('Broken thimble-1-title');
  });

  it('does not show what it is told to hide', async () => {
    const { host } = groundWith({ hides: ['dossier.title'] });
    for await (const reading of host.reread([title])) expect(reading.content).toEqual({ form: 'hidden' });
  });

  it.each([
    ['as it is', { addresses: [address] }, true],
    ['in capitals', { addresses: [address.toUpperCase()] }, true],
    ['decomposed', { names: [target.name.normalize('NFD')] }, true],
    ['of nobody', { names: ['Nobody Inparticular'] }, false],
    ['that is blank', { names: [' '] }, false],
  ])('finds people by what they are called %s: %j', async (_how, called, found) => {
    const { host, target: id } = groundWith();
    const people = [];
    for await (const person of host.findPeople({ by: 'identifiers', who: identifiersFrom(called) }))
      people.push(person.id);

    expect(people.includes(id)).toBe(found);
  });

  it('counts its calls, and those that write', async () => {
    const ground = groundWith();
    await ground.host.preflight();
    await ground.host.apply({ call: 'change', steps: [step(title, 'dossier.title', 'set')] });

    expect(ground.calls()).toEqual({ all: 2, writes: 1 });
  });
});
