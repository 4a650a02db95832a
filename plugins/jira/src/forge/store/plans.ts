import { digestOf, reviewedFact } from '@lethe/core';
import type { PersonId, PlanRecord, RunSecrets } from '@lethe/core';
import { destroyed } from './conflicts.ts';
import { read, transact } from './draft.ts';
import type { Draft } from './draft.ts';
import type { Ground } from './ground.ts';
import { append } from './ledger.ts';
import { packed, unpacked } from './packing.ts';
import { amend, discard, enter } from './register.ts';
import { documents, kinds } from './schema.ts';
import type { PersonRow, PlanRow } from './schema.ts';
import { opened, sealed } from './sealing.ts';

/** Stores a reviewed plan with its sealed secrets; an older one of the same person that was never run is forgotten. */
export async function savePlan(ground: Ground, record: PlanRecord, secrets: RunSecrets): Promise<void> {
  const { id, host } = record;
  const pieces = packed(record.plan);
  const seal = sealed(ground.seal, id, secrets);
  await transact(ground, async (draft) => {
    // A request that was thought lost has stored it already.
    if ((await draft.get(kinds.plan, id)) !== undefined) return;
    await append(draft, [reviewedFact(record)], ground.clock.now());
    const theirs = await personRow(draft, record);
    for (const older of theirs.plans) await forgetPlan(draft, older);
    const page = await enter(draft, { plan: id, host, open: false });
    draft.put(kinds.plan, id, { ...rowOf(record), pieces: pieces.length, page });
    for (const [at, piece] of pieces.entries()) draft.value(pieceKey(id, at), piece);
    draft.value(sealKey(id), seal);
    putPerson(draft, record, { ...theirs, plans: [id] });
  });
}

/** Takes a plan out of the store, secrets first; whatever else names it is the caller's to change. */
export async function forgetPlan(draft: Draft, id: string): Promise<void> {
  const row = await draft.get(kinds.plan, id);
  if (row === undefined) return;
  draft.value(sealKey(id));
  draft.drop(kinds.plan, id);
  await amend(draft, { page: row.page, plan: id }, undefined);
  await discard(draft, [`plan:${id}`, row.pieces]);
}

/** The newest plan of a person that was not run yet. */
export async function findLatestPlan(ground: Ground, host: string, person: PersonId): Promise<PlanRecord | undefined> {
  const row = await read(ground.rows, kinds.person, personKey(host, person));
  const newest = row?.plans.at(-1);
  return newest === undefined ? undefined : findPlan(ground, newest);
}

/** The plan of this id. */
export async function findPlan(ground: Ground, id: string): Promise<PlanRecord | undefined> {
  if (!isId(id)) return undefined;
  const row = await read(ground.rows, kinds.plan, id);
  return row && recordFrom(ground, id, row);
}

/** A plan as core knows it, from its row. Throws `ForgeStoreError`. */
export async function recordFrom({ rows }: Ground, id: string, row: PlanRow): Promise<PlanRecord> {
  const pieces = Array.from({ length: row.pieces }, async (_, at) => rows.value(pieceKey(id, at)));
  const { host, person, personKind, reviewedBy, reviewedAt } = row;
  const plan = unpacked(await Promise.all(pieces), documents.plan);
  return { id, host, person, personKind, plan, reviewedBy, reviewedAt: new Date(reviewedAt) };
}

/** What was sealed with a plan. Throws `ForgeStoreError`: `conflict` when it was destroyed, `key` when it cannot be opened. */
export async function secretsOfPlan({ rows, seal }: Ground, plan: string): Promise<RunSecrets> {
  const text = await rows.value(sealKey(plan));
  if (text === undefined) throw destroyed();
  return opened(seal, plan, text);
}

/** Destroys what was sealed with a plan, within a change. */
export function destroySecrets(draft: Draft, plan: string): void {
  draft.value(sealKey(plan));
}

/** What is known of a person's plans and run. */
export async function personRow(
  draft: Draft,
  { host, person }: Pick<PlanRecord, 'host' | 'person'>,
): Promise<PersonRow> {
  return (await draft.get(kinds.person, personKey(host, person))) ?? { plans: [] };
}

/** Writes what is known of a person's plans and run; where nothing is, nothing is left of them. */
export function putPerson(draft: Draft, { host, person }: Pick<PlanRecord, 'host' | 'person'>, row: PersonRow): void {
  const id = personKey(host, person);
  if (row.plans.length === 0 && row.run === undefined) draft.drop(kinds.person, id);
  else draft.put(kinds.person, id, row);
}

function personKey(host: string, person: PersonId): string {
  return digestOf([host, person]);
}

/** Whether a text can be an id of ours; others are not asked for, as Forge refuses keys of other signs. */
export function isId(text: string): boolean {
  return /^[A-Za-z0-9-]{1,64}$/.test(text);
}

function rowOf({
  host,
  person,
  personKind,
  plan,
  reviewedBy,
  reviewedAt,
}: PlanRecord): Omit<PlanRow, 'pieces' | 'page'> {
  const { digest } = plan;
  return { host, person, personKind, reviewedBy, reviewedAt: reviewedAt.toISOString(), digest };
}

function pieceKey(plan: string, at: number): string {
  return `plan:${plan}:${String(at)}`;
}

function sealKey(plan: string): string {
  return `sealed:${plan}`;
}
