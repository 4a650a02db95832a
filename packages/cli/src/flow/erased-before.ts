import type { DossierId, ObstacleCode, PersonId, Replayed, RunRecord } from '@lethe/core';
import { stepPrint } from '@lethe/storage';
import type { ErasureRecord, Storage } from '@lethe/storage';

/** Somebody who was erased, and whom a restore may have brought back. */
export interface ErasedPerson {
  /** The host's name in the settings, and which plugin it is. */
  readonly host: string;
  readonly kind: string;
  readonly person: PersonId;
  /** The one case it was about, if not everything. */
  readonly only?: DossierId;
  /** The erasures, newest first. */
  readonly erasures: readonly [Replayed, ...(readonly Replayed[])];
  /** Fingerprints of all their steps. */
  readonly steps: ReadonlySet<string>;
  readonly acknowledged: readonly ObstacleCode[];
}

/** What the erasure log tells and the database does not. */
export interface ErasedBefore {
  readonly people: readonly ErasedPerson[];
  /** Runs that are open here and had ended by the log. */
  readonly reopened: readonly RunRecord[];
  /** Runs that are open here and were called off by the log. */
  readonly calledOff: readonly RunRecord[];
  /** Records nobody can read, and records of other installations. */
  readonly unreadable: number;
  readonly foreign: number;
}

/** What to look for. */
export interface Asked {
  /** Also what this database knows of, if it ended at that time or later: for a host that was restored. */
  readonly since?: Date;
  /** Records of that installation instead of this one's: its database is lost. */
  readonly installation?: string;
}

/** Compares the erasure log with the database. */
export async function erasedBefore(store: Storage, { since, installation }: Asked): Promise<ErasedBefore> {
  const { records, unreadable } = await store.erasures.read();
  const mine = installation ?? (await store.installation());
  const own = records.filter((record) => record.installation === mine);
  const runs = await store.runs();
  const known = new Map(runs.map((run) => [run.id, run]));
  const open = (state: (record: ErasureRecord) => boolean): readonly RunRecord[] =>
    own.filter(state).flatMap(({ run }) => {
      const here = known.get(run);
      return here !== undefined && isOpen(here) ? [here] : [];
    });
  const repeated = new Set(runs.filter((run) => !isOpen(run)).map(({ plan }) => plan.replays?.run));
  const lost = own.filter(({ run, state }) => !known.has(run) && state !== 'called-off' && !repeated.has(run));
  const past = since === undefined ? [] : runs.filter((run) => hasEndedSince(run, since));
  return {
    people: grouped([...lost.map(erasureOfRecord), ...past.map(erasureOfRun)]),
    reopened: open(({ state }) => state === 'done' || state === 'done-with-gaps'),
    calledOff: open(({ state }) => state === 'called-off'),
    unreadable,
    foreign: records.length - own.length,
  };
}

function isOpen({ state }: RunRecord): boolean {
  return state === 'running' || state === 'stopped' || state === 'queued';
}

function hasEndedSince({ state, endedAt }: RunRecord, since: Date): boolean {
  return (state === 'done' || state === 'done-with-gaps') && endedAt !== undefined && endedAt >= since;
}

function erasureOfRecord(record: ErasureRecord): ErasedPerson {
  const { host, person, only, run, at, plan: digest, steps, acknowledged } = record;
  return {
    ...{ host: host.name, kind: host.kind, person, acknowledged },
    ...(only === undefined ? {} : { only: only as DossierId }),
    erasures: [{ run, endedAt: at, digest }],
    steps: new Set(steps),
  };
}

function erasureOfRun({ id, plan: { host, person, plan }, approval, endedAt }: RunRecord): ErasedPerson {
  return {
    ...{ host, kind: plan.host, person, acknowledged: approval.acknowledged },
    ...(plan.only === undefined ? {} : { only: plan.only }),
    erasures: [{ run: id, endedAt: (endedAt ?? approval.at).toISOString(), digest: plan.digest }],
    steps: new Set(plan.steps.map(stepPrint)),
  };
}

/** One entry a person and case: what any of their erasures did may be done again. */
function grouped(all: readonly ErasedPerson[]): readonly ErasedPerson[] {
  const people = new Map<string, ErasedPerson>();
  for (const one of all) {
    const key = JSON.stringify([one.host, one.person, one.only]);
    const other = people.get(key);
    people.set(key, other === undefined ? one : merged(one, other));
  }
  return [...people.values()];
}

function merged(one: ErasedPerson, other: ErasedPerson): ErasedPerson {
  const [newer, older] = one.erasures[0].endedAt < other.erasures[0].endedAt ? [other, one] : [one, other];
  return {
    ...newer,
    erasures: [newer.erasures[0], ...newer.erasures.slice(1), ...older.erasures],
    steps: new Set([...newer.steps, ...older.steps]),
    acknowledged: [...new Set([...newer.acknowledged, ...older.acknowledged])],
  };
}
