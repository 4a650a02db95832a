import { Agent, request } from 'node:http';

import { HostError, Personal, identifiersFrom } from '@lethe/core';
import type { Dossier, Host, Message, Person, PersonId, Reading, Spot, SpotId } from '@lethe/core';
import { endUser, memoryProfile, mint } from '@lethe/core/testing';
import { z } from 'zod';
import { addressOf } from './stub.ts';

/** A plugin for the stub: one call lists a person's mails, one blanks a mail, one reads them again. */
export function smallHost(address: string, worker: string, pace?: () => Promise<void>): Host {
  const port = new Port(address, worker, pace);
  const host: Host = {
    profile: { ...memoryProfile({}), id: 'small', scopes: ['person'] },
    preflight: async () => [],
    findPeople: async function* (query) {
      if (query.by === 'id') yield personOf(query.person);
    },
    spots: async function* (scopes) {
      for (const scope of scopes)
        if (scope.by === 'person') yield* spotsOf(scope.person, await port.mails(scope.person));
    },
    group: (steps) => steps.map((step) => ({ call: 'blank', steps: [step] })),
    apply: async ({ steps }) => {
      for (const { spot } of steps) await port.blank(spot);
      return steps.map(({ id }) => ({ step: id, claim: 'done' }));
    },
    reread: async function* (spots) {
      for (const [person, some] of byPerson(spots)) yield* readings(await port.mails(person), person, some);
    },
  };
  return host;
}

const mailsSchema = z.array(z.object({ mail: z.number(), text: z.string() }));
type Mail = z.output<typeof mailsSchema>[number];

class Port {
  readonly #address: string;
  readonly #worker: string;
  readonly #pace: (() => Promise<void>) | undefined;
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 64 });

  constructor(address: string, worker: string, pace?: () => Promise<void>) {
    this.#address = address;
    this.#worker = worker;
    this.#pace = pace;
  }

  async mails(person: PersonId): Promise<readonly Mail[]> {
    return mailsSchema.parse(JSON.parse(await this.#call('GET', `/people/${person}/mails`)));
  }

  async blank(spot: SpotId): Promise<void> {
    await this.#call('PUT', `/people/${spot}`);
  }

  async #call(method: string, path: string): Promise<string> {
    await this.#pace?.();
    return new Promise((resolve, reject) => {
      const headers = { 'x-worker': this.#worker };
      const call = request(
        `${this.#address}${path}`,
        { method, headers, agent: this.#agent, timeout: 5_000 },
        (answer) => {
          const parts: Buffer[] = [];
          answer.on('data', (part: Buffer) => parts.push(part));
          answer.on('end', () => resolve(Buffer.concat(parts).toString('utf8')));
        },
      );
      call.on('timeout', () => call.destroy());
      call.on('error', (cause) => reject(new HostError('down', 'The stub does not answer.', { cause })));
      call.end();
    });
  }
}

/** The person with this number. */
export function personOf(id: PersonId): Person {
  return endUser({ id, name: Personal.of('Ada King'), identifiers: identifiersFrom({ addresses: [addressOf(id)] }) });
}

function* spotsOf(person: PersonId, mails: readonly Mail[]): Generator<Spot> {
  const dossier = dossierOf(person);
  yield {
    id: spotOf(person, 'title'),
    kind: 'dossier.title',
    label: 'a title',
    of: dossier,
    content: text('A question'),
  };
  for (const { mail, text: body } of mails)
    yield {
      id: spotOf(person, String(mail)),
      kind: 'message.body',
      label: `mail ${String(mail)}`,
      of: messageOf(person, mail),
      content: text(body),
    };
}

function* readings(mails: readonly Mail[], person: PersonId, wanted: ReadonlySet<SpotId>): Generator<Reading> {
  for (const { mail, text: body } of mails) {
    const spot = spotOf(person, String(mail));
    if (wanted.has(spot)) yield { spot, content: text(body) };
  }
}

function text(body: string): { readonly form: 'plain'; readonly text: Personal } {
  return { form: 'plain', text: Personal.of(body) };
}

function spotOf(person: PersonId, mail: string): SpotId {
  return mint('spot', `${person}/mails/${mail}`);
}

function byPerson(spots: readonly SpotId[]): ReadonlyMap<PersonId, ReadonlySet<SpotId>> {
  const people = new Map<PersonId, Set<SpotId>>();
  for (const spot of spots) {
    const person = mint('person', spot.split('/')[0] ?? '');
    people.set(person, (people.get(person) ?? new Set()).add(spot));
  }
  return people;
}

function dossierOf(person: PersonId): Dossier {
  return {
    type: 'dossier',
    id: mint('dossier', `dossier-${person}`),
    label: `ticket ${person}`,
    state: 'closed',
    openedBy: mint('person', 'agent-1'),
    openedVia: 'web',
    tallies: {},
  };
}

function messageOf(person: PersonId, mail: number): Message {
  return {
    type: 'message',
    id: mint('message', `${person}-${String(mail)}`),
    dossier: mint('dossier', `dossier-${person}`),
    at: new Date('2026-03-02T10:00:00Z'),
    channel: 'mail',
    direction: 'incoming',
    author: person,
    from: [],
    to: [],
    copies: [],
    attendees: [],
    recipients: [],
    opensDossier: false,
  };
}
