import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { Item } from '../forge-rig/kvs/shelf.ts';
import { waysIn } from './app-doors.ts';
import { ada, scene } from './scene.ts';
import type { Scene } from './scene.ts';

const levels = ['log', 'info', 'warn', 'error', 'debug'] as const;

/** What must not be written down: who the person is, in the spellings a store or a log might have. */
function secretsOf({ people }: Scene): readonly string[] {
  const plain = [ada.name, 'Quillfeather', ada.address, ada.address.toUpperCase(), '7946 0011', people.ada];
  const coded = plain.flatMap((text) => [Buffer.from(text).toString('base64').slice(0, -4), encodeURIComponent(text)]);
  return [...plain, ...coded, Buffer.from(ada.address).toString('hex')];
}

function leaksIn(text: string, secrets: readonly string[]): readonly string[] {
  return secrets.filter((secret) => text.includes(secret));
}

function isSecret({ place }: Item): boolean {
  return place === 'secret';
}

describe.each(waysIn)('nothing personal is written down by the app loaded from %s', (_, load) => {
  let here: Scene;
  const said: string[] = [];
  beforeEach(() => {
    said.length = 0;
    for (const level of levels) jest.spyOn(console, level).mockImplementation((...all) => said.push(all.join(' ')));
  });
  afterEach(async () => {
    jest.restoreAllMocks();
    await here.close();
  });

  it('while a run is open only sealed secrets name the person; once it has ended nothing does, nor names an account', async () => {
    here = await scene(load, { requests: 3 });
    const secrets = secretsOf(here);
    const bodies: string[] = [];
    const look = (): void => {
      bodies.push(...here.rig.queue.waiting.map(({ event }) => JSON.stringify(event)));
      const open = here.rig.kvs.dump().filter((item) => !isSecret(item));
      expect(leaksIn(JSON.stringify(open), [...secrets, here.people.agent])).toEqual([]);
    };
    here.onCall = look;
    const run = await here.begun();
    look();
    await here.until(run);
    look();
    expect(leaksIn(here.stored(), [...secrets, here.people.agent])).toEqual([]);
    expect(leaksIn(bodies.join(), [...secrets, here.people.agent])).toEqual([]);
    expect(bodies.length).toBeGreaterThan(1);
    expect(said).toEqual([]);
  });

  it('and no answer names the person but those that show whom a review is about', async () => {
    here = await scene(load);
    const secrets = secretsOf(here);
    const run = await here.begun();
    const answers = [await here.get('run', { run })];
    await here.until(run);
    answers.push(await here.get('run', { run }));
    const others = [await here.get('report', { run }), await here.get('runs'), await here.get('returns')];
    expect(leaksIn(JSON.stringify([answers, others]), secrets)).toEqual([]);
  });

  it('whatever fails on the way, errors included', async () => {
    here = await scene(load);
    const secrets = secretsOf(here);
    const run = await here.begun();
    here.fake.faults.set({ kind: 'garbage', on: 'all', after: 6, times: 2 });
    await here.next();
    here.fake.faults.clear();
    const stopped = await here.get('run', { run });
    expect(
      leaksIn(JSON.stringify([stopped, said, here.rig.kvs.dump().filter((item) => !isSecret(item))]), secrets),
    ).toEqual([]);
    await here.get('callOff', { run });
    expect(leaksIn(here.stored(), secrets)).toEqual([]);
  });
});
