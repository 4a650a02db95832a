import type { Ending, OwnedRun, RunRecord, RunSecrets } from '@lethe/core';
import { endedAlready, noSuch } from './conflicts.ts';
import { read, transact } from './draft.ts';
import type { Draft } from './draft.ts';
import type { Ground } from './ground.ts';
import { ForgeJournal, ownRow } from './journal.ts';
import type { Ownership } from './journal.ts';
import { packed } from './packing.ts';
import { destroySecrets, isId, personRow, putPerson, secretsOfPlan } from './plans.ts';
import { amend } from './register.ts';
import { endingKey, findRun, planOf } from './run-rows.ts';
import { kinds } from './schema.ts';
import type { RunRow } from './schema.ts';

/** Takes an open run over: whoever owned it can write nothing more. */
export async function takeOverRun(ground: Ground, own: Ownership): Promise<OwnedRun> {
  const row = isId(own.run) ? await read(ground.rows, kinds.run, own.run) : undefined;
  if (row === undefined) throw noSuch('run', own.run);
  if (!row.open) throw endedAlready(own.run);
  const secrets = await secretsOfPlan(ground, row.plan);
  await planOf(ground, row);
  await transact(ground, async (draft) => {
    const now = await draft.get(kinds.run, own.run);
    if (now?.open !== true) throw endedAlready(own.run);
    draft.put(kinds.run, own.run, { ...now, ...ownedBy(ground, own) });
  });
  return owned(ground, own, secrets);
}

/** What a row says while this invocation owns the run. */
export function ownedBy({ livesUntil }: Ground, { token }: Ownership): Pick<RunRow, 'state' | 'token' | 'aliveUntil'> {
  return { state: 'running', token, aliveUntil: livesUntil().toISOString() };
}

/** The run as its owner has it. */
export async function owned(ground: Ground, own: Ownership, secrets: RunSecrets): Promise<OwnedRun> {
  const end = async (ending: Ending): Promise<RunRecord> => {
    await endRun(ground, own, ending);
    return existing(ground, own);
  };
  return { record: await existing(ground, own), secrets, journal: new ForgeJournal(ground, own), end };
}

/** Takes an open run out of the way of others on the same person, within a change: its secrets are destroyed. */
export async function close(
  draft: Draft,
  run: string,
  changes: Pick<RunRow, 'state'> & Partial<RunRow>,
): Promise<void> {
  const row = await draft.get(kinds.run, run);
  if (row === undefined) return;
  const { token: _, aliveUntil: __, ...rest } = row;
  draft.put(kinds.run, run, { ...rest, ...changes, open: false });
  destroySecrets(draft, row.plan);
  await amend(draft, row, { open: false });
  const { plans } = await personRow(draft, row);
  putPerson(draft, row, { plans });
}

/** Gives up a run this process owns, as if it had died: nobody has to wait for it. */
export async function abandon(ground: Ground, own: Ownership): Promise<void> {
  await transact(ground, async (draft) => {
    const row = await draft.get(kinds.run, own.run);
    if (row?.token !== own.token) return;
    const { aliveUntil: _, ...rest } = row;
    draft.put(kinds.run, own.run, rest);
  });
}

async function endRun(ground: Ground, own: Ownership, ending: Ending): Promise<void> {
  const pieces = packed(ending);
  await transact(ground, async (draft) => {
    const { token: _, aliveUntil: __, ...row } = await ownRow(draft, own);
    const changes = { state: ending.state, endedAt: ground.clock.now().toISOString(), endingPieces: pieces.length };
    if (ending.state === 'stopped') draft.put(kinds.run, own.run, { ...row, ...changes });
    else await close(draft, own.run, changes);
    // An earlier ending may have been longer: what is left of it goes.
    const texts = Math.max(pieces.length, row.endingPieces ?? 0);
    for (let at = 0; at < texts; at += 1) draft.value(endingKey(own.run, at), pieces[at]);
  });
}

async function existing(ground: Ground, { run }: Ownership): Promise<RunRecord> {
  const record = await findRun(ground, run);
  if (record === undefined) throw noSuch('run', run);
  return record;
}

/** What is sealed for a run that is open. */
export async function openSecrets(ground: Ground, run: string): Promise<RunSecrets | undefined> {
  const row = isId(run) ? await read(ground.rows, kinds.run, run) : undefined;
  return row?.open === true ? secretsOfPlan(ground, row.plan) : undefined;
}
