import { HostError, RuleError } from '@lethe/core';
import type { Host, Person } from '@lethe/core';
import type { LookEnding, Recognizable, Storage } from '@lethe/storage';
import { failureOf } from '../http/log.ts';
import type { ServerGround } from '../ground.ts';
import type { Desks } from '../work/desk.ts';

/** What hosts are looked through with. */
export interface WatchGround {
  readonly ground: Pick<ServerGround, 'store' | 'log' | 'clock'>;
  readonly desks: Pick<Desks, 'hosts'>;
}

/** So many people are compared in one question to the database. */
const AT_ONCE = 500;

/** Notes which of these people of a host were erased before, each once. Answers how many notes are new. */
export async function noticeReturns(
  { suppression, returns }: Pick<Storage, 'suppression' | 'returns'>,
  host: string,
  people: readonly Recognizable[],
): Promise<number> {
  const hits = await suppression.hits(host, people);
  let found = 0;
  for (const hit of hits) if (await returns.flag(host, hit)) found += 1;
  return found;
}

/** Takes looks that are due, one after the other, until there is none or somebody ends it. */
export async function doLooks(place: WatchGround, signal: AbortSignal): Promise<void> {
  const { looks } = place.ground.store;
  while (!signal.aborted) {
    const host = await looks.take();
    if (host === undefined) return;
    const ending = await lookThrough(place, host, signal);
    if (ending === undefined) await looks.leave(host);
    else await looks.end(host, ending);
  }
}

/** Looks through everybody of a host; answers nothing where it was ended before its end. */
async function lookThrough(place: WatchGround, name: string, signal: AbortSignal): Promise<LookEnding | undefined> {
  const { ground, desks } = place;
  if (!(await ground.store.suppression.any())) return 'nobody';
  try {
    const opened = await desks.hosts.open(name);
    if (opened === undefined || opened.host.profile.everybody.can !== 'list') return 'cannot';
    return await lookAtAll(ground.store, { name, host: opened.host, signal });
  } catch (error) {
    if (!(error instanceof HostError || error instanceof RuleError)) throw error;
    ground.log.warn({ host: name, failure: failureOf(error) }, 'host not looked through');
    return 'failed';
  }
}

interface Looking {
  readonly name: string;
  readonly host: Host;
  readonly signal: AbortSignal;
}

async function lookAtAll(store: Storage, { name, host, signal }: Looking): Promise<LookEnding | undefined> {
  const so = { people: 0, found: 0 };
  const compare = async (some: readonly Person[]): Promise<void> => {
    so.found += await noticeReturns(store, name, some);
    so.people += some.length;
    await store.looks.note(name, so);
  };
  let some: Person[] = [];
  for await (const person of host.findPeople({ by: 'everybody' })) {
    if (signal.aborted) return undefined;
    some.push(person);
    if (some.length < AT_ONCE) continue;
    await compare(some);
    some = [];
  }
  await compare(some);
  return 'looked';
}
