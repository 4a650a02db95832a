import { z } from 'zod';
import { startForgeRig } from '../forge-rig/forge-rig.ts';
import type { ForgeRig } from '../forge-rig/forge-rig.ts';
import { agents } from '../fake/rights.ts';
import { Seed } from '../fake/seed.ts';
import { forgeApp } from '../fake/site.ts';
import { FakeJira } from '../fake/server.ts';
import { storageEntities } from '../../src/forge/store/entities.ts';
import type { AccountMode, Answer, FunctionName, Payload, Values } from '../../src/forge/protocol.ts';
import { textsOf } from '../texts.ts';
import { startClock } from './app-clock.ts';
import type { AppClock } from './app-clock.ts';
import type { AppDoors } from './app-doors.ts';

/** The person of every scene: invented, and hard to overlook. */
export const ada = { name: 'Ada Quillfeather', address: 'ada.quillfeather@customers.test' };

/** What a scene is like. */
export interface SceneOptions {
  /** Requests the person has filed; each with a mail of theirs and an answer to it. */
  readonly requests?: number;
}

/** An invented site with the app on it: people, requests, a clock, a queue, a storage. */
export class Scene {
  readonly clock: AppClock;
  readonly seed: Seed;
  readonly fake: FakeJira;
  readonly rig: ForgeRig;
  readonly app: AppDoors;
  /** Accounts. */
  readonly people: People;
  /** Numbers of the person's requests. */
  readonly issues: readonly number[];
  /** Everything the app said on the console. */
  readonly said: string[] = [];
  /** How long Jira takes for a call, in milliseconds. */
  takes = 0;
  /** What happens right after each call. */
  onCall: () => void = () => undefined;

  constructor(parts: Parts) {
    this.clock = parts.clock;
    this.seed = parts.seed;
    this.fake = parts.fake;
    this.rig = parts.rig;
    this.app = parts.app;
    this.people = parts.people;
    this.issues = parts.issues;
  }

  /** What a screen gets when somebody clicks. */
  async ask<Name extends FunctionName>(
    name: Name,
    payload: unknown = {},
    { by = this.people.agent, issue }: Clicking = {},
  ): Promise<Answer<Values[Name]>> {
    const extension = issue === undefined ? {} : { extension: { issue: { id: String(issue) } } };
    return z
      .custom<Answer<Values[Name]>>(isAnswer)
      .parse(await this.askUnknown(name, { payload, by, context: extension }));
  }

  /** What anybody gets who calls a function of the resolver. */
  async askUnknown(functionKey: string, { payload, by, context = {} }: Unknown): Promise<unknown> {
    const work = async (): Promise<unknown> =>
      this.app.resolver({ call: { functionKey, payload }, context: { ...context } }, { principal: { accountId: by } });
    return this.rig.invoke({ principal: by, remainingMs: 25_000 }, work);
  }

  /** The same where it has to go well. */
  async get<Name extends FunctionName>(
    name: Name,
    payload?: Payload<Name>,
    clicking?: Clicking,
  ): Promise<Values[Name]> {
    const answer = await this.ask(name, payload, clicking);
    if (!answer.ok) throw new Error(`${name} was refused: ${answer.code} ${answer.says}`);
    return answer.value;
  }

  /** A plan for the person on the first request, ready to be confirmed. */
  async reviewed(by = this.people.agent, account: AccountMode = 'erase'): Promise<Reviewed> {
    const { people } = await this.get('who', { issues: [String(this.issues[0])] }, { by });
    const state = await this.get('startReview', { ref: people[0]?.ref ?? '', account }, { by });
    if (state.at !== 'reviewed') throw new Error(`The review is ${state.at}.`);
    return state;
  }

  /** A run that was begun and waits for its worker. */
  async begun(by = this.people.agent, account: AccountMode = 'erase'): Promise<string> {
    const { review, digest, phrase } = await this.reviewed(by, account);
    const confirmed = await this.get('confirm', { review, digest, typed: phrase }, { by });
    if (confirmed.at !== 'begun') throw new Error(`It was not begun: ${confirmed.obstacle.says}`);
    return confirmed.run;
  }

  /** Delivers the event that waits to a worker that is killed after so many writes: from then on it gets nothing done. */
  async killedAfter(writes: number): Promise<void> {
    const [first] = this.rig.queue.waiting;
    if (first === undefined) throw new Error('nothing waits in the queue');
    await this.rig.queue.deliver(first.event, async () => Promise.resolve());
    this.onCall = () => {
      if (this.fake.made.filter(({ isWrite }) => isWrite).length < writes) return;
      const dead = { kind: 'unsent', times: Infinity } as const;
      this.rig.faults.set({ ...dead, on: 'kvs' }, { ...dead, on: 'jira' });
    };
    await this.rig.invoke({ remainingMs: 900_000 }, async () => this.app.worker(first.event));
    this.onCall = () => undefined;
    this.rig.faults.clear();
  }

  /** Jira tells the app that something happened. */
  async event(event: unknown): Promise<void> {
    await this.rig.invoke({ remainingMs: 25_000, moduleKey: 'trigger' }, async () => this.app.onEvent(event));
  }

  /** A rule of Jira Automation asks for something, on behalf of somebody. */
  async rule(inputs: unknown, by: string): Promise<unknown> {
    const work = async (): Promise<unknown> => this.app.automation(inputs, { principal: { accountId: by } });
    return this.rig.invoke({ principal: by, remainingMs: 25_000 }, work);
  }

  /** The sweeper comes by. */
  async sweep(): Promise<void> {
    await this.rig.invoke({ remainingMs: 900_000, moduleKey: 'sweep' }, async () => this.app.sweep());
  }

  /** Delivers what waits in the queue, one after the other, with the clock going on to what is delayed. */
  async drain(most?: number): Promise<number> {
    return this.rig.queue.drain(this.app.worker, most);
  }

  /** Delivers the event that comes first, with the clock going on to it; answers what kind it was. */
  async next(): Promise<unknown> {
    const first = this.rig.queue.waiting.toSorted((one, other) => one.dueAt - other.dueAt)[0];
    if (first === undefined) throw new Error('nothing waits in the queue');
    this.clock.pass(Math.max(0, first.dueAt - this.clock.now().getTime()));
    await this.rig.queue.deliver(first.event, this.app.worker);
    return first.event.body['kind'];
  }

  /** Delivers until a run is not under way any more; answers how many deliveries it took. */
  async until(run: string, most = 200): Promise<number> {
    for (let delivered = 0; delivered < most; delivered += 1) {
      const { at } = await this.get('run', { run });
      if (at !== 'waiting' && at !== 'running') return delivered;
      await this.next();
    }
    throw new Error('the run never ends');
  }

  /** Everything that is stored, as text. */
  stored(): string {
    return JSON.stringify(this.rig.kvs.dump());
  }

  /** All texts of Jira but those its history keeps. */
  texts(): string {
    const texts = Object.entries(textsOf(this.fake.state, 'erase'));
    return JSON.stringify(texts.filter(([spot]) => !/\/h\d/u.test(spot)));
  }

  async close(): Promise<void> {
    this.rig.close();
    await this.fake.close();
    this.clock.end();
  }
}

function isAnswer(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'ok' in value;
}

type Reviewed = Extract<Values['review'], { readonly at: 'reviewed' }>;

/** What anybody may send. */
export interface Unknown {
  readonly payload: unknown;
  readonly by: string;
  readonly context?: object;
}

/** Who clicks, and on which issue. */
export interface Clicking {
  readonly by?: string;
  readonly issue?: number;
}

interface People {
  readonly ada: string;
  /** Has the permission. */
  readonly agent: string;
  /** Has it too. */
  readonly colleague: string;
  /** An agent without it. */
  readonly novice: string;
  /** Administers Jira and has no permission to anonymize. */
  readonly administrator: string;
}

interface Parts {
  readonly clock: AppClock;
  readonly seed: Seed;
  readonly fake: FakeJira;
  readonly rig: ForgeRig;
  readonly app: AppDoors;
  readonly people: People;
  readonly issues: readonly number[];
}

/** Sets a scene up. */
export async function scene(load: () => Promise<AppDoors>, { requests = 2 }: SceneOptions = {}): Promise<Scene> {
  const clock = startClock();
  const seed = new Seed(clock);
  const people = peopleIn(seed);
  const issues = Array.from({ length: requests }, (_, at) => requestIn(seed, people, at));
  const holder: { scene?: Scene } = {};
  const fake = await FakeJira.start(seed, {
    clock,
    watch: () => {
      clock.pass(holder.scene?.takes ?? 0);
      holder.scene?.onCall();
    },
  });
  const rig = await startForgeRig(fake.address, { clock, entities: storageEntities, app: forgeApp });
  const made = new Scene({ clock, seed, fake, rig, app: await load(), people, issues });
  holder.scene = made;
  return made;
}

function peopleIn(seed: Seed): People {
  const team = (name: string): string =>
    seed.user({
      name,
      accountType: 'atlassian',
      email: `${name.split(' ')[0]!.toLowerCase()}@helpdesk.test`,
      groups: [agents],
    });
  const people = {
    ada: seed.user({ name: ada.name, email: ada.address, details: { Phone: ['+44 20 7946 0011'] } }),
    agent: team('Bran Helper'),
    colleague: team('Cleo Helper'),
    novice: team('Dov Novice'),
    administrator: seed.admin,
  };
  seed.grantAnonymize(people.agent);
  seed.grantAnonymize(people.colleague);
  return people;
}

function requestIn(seed: Seed, { ada: account, agent }: People, at: number): number {
  const issue = seed.issue({
    summary: `Order ${String(at)} for ${ada.name}`,
    description: `Please write to ${ada.address}.`,
    reporter: account,
    channel: 'email',
  });
  seed.comment(issue, { by: account, body: `It is still me, ${ada.name}.` });
  seed.comment(issue, { by: agent, body: `Dear ${ada.name}, we will write to ${ada.address}.` });
  return issue;
}
