import type { Clock } from '../execution/run.ts';
import type { Host, PersonId, SpotId, SpotKind } from '../host.ts';
import type { Plan } from '../plan.ts';
import type { World } from './worlds/world.ts';

/**
 * A host under test. Whoever writes a plugin implements this once, over the plugin's fake or the real thing, and hands it to
 * `describeHost`. There is no flag that leaves a law out: what the host cannot do is said in its profile, and is tested too.
 */
export interface Testbed {
  /** How many calls a run may make beyond `Ground.lowerBound`: sign-in, lookups, second readings. */
  readonly allowance: number;
  /** At how many places law 6 kills a run; `Infinity` for hosts that answer in microseconds. */
  readonly kills: number;
  /** The same host with other options: kills and faults strike at fewer places, as the host itself is held to all of them. */
  readonly isVariant?: boolean;
  /** A fresh host that holds the world as far as it can. `clock` is virtual: where the plugin waits by itself, it waits on this one. */
  build(world: World, clock: Clock): Promise<Ground>;
}

/** One host with one world in it. */
export interface Ground {
  readonly host: Host;
  /** The world's target in this host. */
  readonly target: PersonId;
  /** Labels of the world's secrets this host could hold; the hunt must find each of them before the run. */
  readonly placed: readonly string[];
  /** All that is stored, past the port: database, files, change log, search index, mails sent. */
  dump(): AsyncIterable<string | Uint8Array>;
  /**
   * Every text of the host past the port, whosever it is. The key is the spot's id where the text is a spot; else any name
   * that stays the same from call to call, such as `account 3 company`.
   */
  texts(): Promise<Readonly<Record<string, string>>>;
  /** What reports count, past the port, per dossier and as a whole: states, companies, numbers of messages. */
  tallies(): Promise<Readonly<Record<string, string>>>;
  /** Kinds of spots people edit and calls change here, where titles, descriptions and messages are none of them. */
  readonly editable?: readonly SpotKind[];
  /** A colleague edits what a spot holds. Only asked for kinds that people edit. */
  edit(spot: SpotId, text: string): Promise<void>;
  readonly faults: Faults;
  /** Calls made to the host so far, and how many of them write. */
  calls(): { readonly all: number; readonly writes: number };
  /** The fewest calls in which this host's protocol lets anybody list, blank and read again what is in the plan. */
  lowerBound(plan: Plan): number;
  /** What the plugin and its transport logged so far. */
  logged(): readonly string[];
  close(): Promise<void>;
}

/** What can go wrong with a call. */
export const faultKinds = [
  /** Asked to slow down; `dated` also says until when. */
  'too-fast',
  'too-fast-dated',
  /** No answer, or 5xx; the call has taken no effect. */
  'down',
  /** The call has taken effect and the answer is lost. */
  'time-out',
  'locked',
  'gone',
  'rejected',
  'not-permitted',
  'signed-out',
  /** Answers with something that is not an answer: a page of HTML. */
  'garbage',
  /** Says done and does nothing. */
  'lie',
  /** A call with several steps does the first of them and refuses the others. */
  'half',
] as const;
export type FaultKind = (typeof faultKinds)[number];

/** A disturbance of some of the next calls. */
export interface Fault {
  readonly kind: FaultKind;
  readonly on: 'writes' | 'all';
  /** How many calls go well before it; 0 if not said. */
  readonly after?: number;
  /** How many calls it hits; 1 if not said. `Infinity`: all from then on, until `clear`. */
  readonly times?: number;
}

/** Disturbs a host. */
export interface Faults {
  /** Faults this host's protocol cannot have, and why: `half` where each call carries one object. */
  readonly impossible: Readonly<Partial<Record<'half' | 'locked' | 'too-fast-dated', string>>>;
  /** Replaces whatever was set up before. */
  set(fault: Fault): void;
  clear(): void;
}
