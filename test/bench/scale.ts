/**
 * A person with 20,000 spots on the sandbox: how long planning takes, how much memory planning and running take, and what the
 * engine costs a step beside the host's own time, with the journal on the real database.
 *
 *   npm run bench:scale -- --json
 *
 * It runs under V8's --optimize-for-size: without it V8 lets 20 to 50 MB more of garbage stand before it collects, which says
 * nothing about what the work needs.
 */
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defaultRules, execute, finderFor, phraseFor, planFor, plainIdentifiers, scopesFor } from '@lethe/core';
import type { Person, PersonId, PlanRecord, Store } from '@lethe/core';
import { sandboxHost } from '@lethe/sandbox';
import { openStorage } from '@lethe/storage';
import { watchMemory } from './peak-memory.ts';
import { timedHost } from './timed-host.ts';
import type { TimedHost } from './timed-host.ts';

const SPOTS = 20_000;
const key = randomBytes(32);
const rules = defaultRules;

const folder = await mkdtemp(join(tmpdir(), 'lethe-scale-'));
try {
  const figures = await measure(folder);
  const json = process.argv.includes('--json');
  process.stdout.write(json ? `${JSON.stringify(figures, undefined, 2)}\n` : textOf(figures));
  process.exitCode = Object.values(figures.within).every(Boolean) ? 0 : 1;
} finally {
  await rm(folder, { recursive: true, force: true });
}

interface Figures {
  readonly spots: number;
  readonly steps: number;
  readonly planning: { readonly seconds: number; readonly hostSeconds: number; readonly engineSeconds: number };
  readonly running: {
    readonly seconds: number;
    readonly hostSeconds: number;
    readonly engineMillisecondsPerStep: number;
    readonly state: string;
  };
  readonly peakRssGrowthMb: number;
  readonly within: Readonly<Record<string, boolean>>;
}

async function measure(place: string): Promise<Figures> {
  const size = { people: 300, tickets: 1_500, bigPerson: { spots: SPOTS } };
  const timed = timedHost(await sandboxHost({ folder: join(place, 'desk'), size }));
  const store = await openStorage({ keyFile: join(place, 'key') });
  try {
    const person = await bigPerson(timed);
    const memory = watchMemory();
    const { record, ...planning } = await plan(timed, person);
    memory.look();
    await store.savePlan(record, { identifiers: plainIdentifiers(person.identifiers), key });
    const running = await run(timed, store, { record, person });
    memory.stop();
    const growth = memory.growth();
    const spots = record.plan.steps.length + record.plan.kept.length + record.plan.gaps.length;
    const within = {
      'planning under 2 s beside the host': planning.engineSeconds < 2,
      'peak RSS growth under 64 MB': growth < 64,
      'engine under 1 ms a step': running.engineMillisecondsPerStep < 1,
    };
    return { spots, steps: record.plan.steps.length, planning, running, peakRssGrowthMb: growth, within };
  } finally {
    await store.close();
  }
}

async function plan(
  { host, spent }: TimedHost,
  person: Person,
): Promise<Figures['planning'] & { readonly record: PlanRecord }> {
  const began = performance.now();
  const before = spent();
  const input = { profile: host.profile, person: person.id, finder: finderFor(person.identifiers), rules, key };
  const made = await planFor(input, host.spots(scopesFor(host.profile, { person: person.id }, person.identifiers)));
  const seconds = (performance.now() - began) / 1_000;
  const hostSeconds = (spent() - before) / 1_000;
  const record = {
    id: randomUUID(),
    host: 'sandbox',
    person: person.id,
    personKind: person.kind,
    plan: made,
    reviewedBy: 'bench',
    reviewedAt: new Date(),
  };
  return { seconds, hostSeconds, engineSeconds: seconds - hostSeconds, record };
}

interface Reviewed {
  readonly record: PlanRecord;
  readonly person: Person;
}

async function run(
  { host, spent }: TimedHost,
  store: Store,
  { record, person }: Reviewed,
): Promise<Figures['running']> {
  const began = performance.now();
  const before = spent();
  const approval = {
    digest: record.plan.digest,
    typed: phraseFor(record.plan),
    by: 'bench',
    at: new Date(),
    acknowledged: [],
  };
  const owned = await store.begin(record.id, approval);
  const clock = { now: () => new Date(), wait: async () => undefined };
  const { journal } = owned;
  const steps = execute({
    id: owned.record.id,
    host,
    plan: record.plan,
    approval,
    who: person.identifiers,
    finder: finderFor(person.identifiers),
    rules,
    key,
    journal,
    clock,
    check: async () => [],
  });
  let next = await steps.next();
  while (next.done !== true) next = await steps.next();
  await owned.end(next.value);
  const seconds = (performance.now() - began) / 1_000;
  const hostSeconds = (spent() - before) / 1_000;
  return {
    seconds,
    hostSeconds,
    engineMillisecondsPerStep: ((seconds - hostSeconds) * 1_000) / record.plan.steps.length,
    state: next.value.state,
  };
}

async function bigPerson({ host }: TimedHost): Promise<Person> {
  let most: Person | undefined;
  for await (const { of } of host.spots([{ by: 'everything' }])) {
    if (of.type === 'person' && of.kind === 'end-user' && (of.dossiers ?? 0) > (most?.dossiers ?? 0)) most = of;
  }
  if (most === undefined) throw new Error('The sandbox has nobody.');
  return personOf(host, most.id);
}

async function personOf(host: TimedHost['host'], id: PersonId): Promise<Person> {
  for await (const person of host.findPeople({ by: 'id', person: id })) return person;
  throw new Error('The sandbox lost somebody.');
}

function textOf({ spots, steps, planning, running, peakRssGrowthMb, within }: Figures): string {
  const seconds = (some: number): string => `${some.toFixed(2)} s`;
  return [
    `${String(spots)} spots, ${String(steps)} steps, run ${running.state}`,
    `planning: ${seconds(planning.seconds)}, of which ${seconds(planning.hostSeconds)} in the host`,
    `running:  ${seconds(running.seconds)}, of which ${seconds(running.hostSeconds)} in the host; the engine ${running.engineMillisecondsPerStep.toFixed(3)} ms a step`,
    `memory:   ${peakRssGrowthMb.toFixed(1)} MB more at the peak than before planning`,
    ...Object.entries(within).map(([what, holds]) => `${holds ? 'holds' : 'MISSED'}: ${what}`),
    '',
  ].join('\n');
}
