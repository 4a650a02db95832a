import { HostError } from '@lethe/core';
import type { Actor } from '@lethe/core';
import { z } from 'zod';
import type { Line } from '../../ask.ts';
import { tokensOf } from './group-token.ts';
import type { Group } from './group-token.ts';
import { groupsOf, signedIn } from './groups-api.ts';
import type { ZafReader } from './zaf-reader.ts';

/** Zendesk's own word is asked for again after so long; the framework's each time. */
const API_GOOD_FOR = 5 * 60_000;

const idSchema = z.coerce.number().int().positive();
const frameworkSchema = z.object({
  'currentUser.id': idSchema,
  'currentUser.role': z.union([z.string(), z.number()]).nullish(),
  'currentUser.groups': z
    .array(z.object({ id: idSchema, name: z.string().nullish() }))
    .nullish()
    .transform((groups) => groups ?? []),
});

/** An administrator may be shown as the number of a role: there the API alone decides. */
const lesserRoles = ['agent', 'end-user', 'undefined', 'null'];

/** What one source says about the agent. */
interface Said {
  readonly id: number;
  readonly administrator: boolean;
  readonly groups: readonly Group[];
}

/**
 * Who works the app, by two witnesses: the framework, asked each time without a call, and Zendesk's API, asked when somebody
 * begins something and every five minutes. What only one of them says does not count.
 */
export class AgentWitness {
  readonly #client: ZafReader;
  readonly #line: Line;
  #api: { readonly said: Said; readonly at: number } | undefined;

  constructor(client: ZafReader, line: Line) {
    this.#client = client;
    this.#line = line;
  }

  /** Whoever it is now. Throws `HostError`: `signed-out` if the two witnesses name different people. */
  async actor(): Promise<Actor> {
    const here = await this.#framework();
    const there = await this.#zendesk();
    if (here.id !== there.id) throw someoneElse();
    const both = here.groups.filter(({ id }) => there.groups.some((group) => group.id === id));
    // Names are Zendesk's: the framework may show one that was changed since the page was loaded.
    const groups = there.groups.filter(({ id }) => both.some((group) => group.id === id));
    return {
      id: `agent-${here.id}`,
      groups: groups.flatMap(tokensOf),
      administrator: here.administrator && there.administrator,
    };
  }

  /** Somebody begins something: Zendesk is asked anew. */
  forget(): void {
    this.#api = undefined;
  }

  async #framework(): Promise<Said> {
    const answer = await this.#client.get(['currentUser.id', 'currentUser.role', 'currentUser.groups']);
    const parsed = frameworkSchema.safeParse(answer);
    if (!parsed.success) throw unreadable(parsed.error);
    const { 'currentUser.id': id, 'currentUser.role': role, 'currentUser.groups': groups } = parsed.data;
    return {
      id,
      administrator: !lesserRoles.includes(String(role)),
      groups: groups.map((group) => ({ id: group.id, name: group.name ?? '' })),
    };
  }

  async #zendesk(): Promise<Said> {
    const now = this.#line.clock.now().getTime();
    if (this.#api !== undefined && now - this.#api.at < API_GOOD_FOR) return this.#api.said;
    const { id, role } = await signedIn(this.#line);
    if (id === null) throw someoneElse();
    const said = { id, administrator: role === 'admin', groups: await groupsOf(this.#line, id) };
    this.#api = { said, at: now };
    return said;
  }
}

function someoneElse(): HostError {
  return new HostError(
    'signed-out',
    'Somebody else is signed in to Zendesk by now than when this page was loaded. Reload the page.',
  );
}

function unreadable(cause: unknown): HostError {
  return new HostError('unreadable', "Zendesk's app framework does not say who works this page. Reload the page.", {
    cause,
  });
}
