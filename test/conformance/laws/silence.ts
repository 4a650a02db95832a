import assert from 'node:assert/strict';
import { inspect } from 'node:util';
import { reportMarkdown, reportOf } from '@lethe/core';
import type { Ending, Journal, JournalEntry, Report } from '@lethe/core';
import { approvalOf, carryOut, faultKinds, memoryJournal, runOf } from '@lethe/core/testing';
import type { Fault, Testbed } from '@lethe/core/testing';
import { tiny, withScene } from '../scene.ts';
import type { Scene } from '../scene.ts';
import type { Law } from './law.ts';

/** Law 11. */
export const silence: Law = {
  number: 11,
  says: 'logs, plan, journal, ledger, ending, report and errors contain no secret',
  check: async (testbed) => {
    await assertSilent(testbed);
    for (const kind of faultKinds)
      for (const fault of [
        { kind, on: 'all', after: 2, times: Infinity },
        { kind, on: 'writes', times: Infinity },
      ] as const)
        await assertSilent(testbed, fault);
  },
};

/** The report a customer files away. */
function reportFrom({ ground, host, review }: Scene, ending: Ending, entries: readonly JournalEntry[]): Report {
  const { plan } = review;
  const at = new Date('2026-04-01T08:00:00Z');
  const reviewed = { id: 'plan-1', host: host.profile.id, person: ground.target, personKind: 'end-user' as const };
  const record = { ...reviewed, plan, reviewedBy: 'reviewer-1', reviewedAt: at };
  const { state } = ending;
  return reportOf({ id: 'run-1', plan: record, approval: approvalOf(plan), state, startedAt: at, ending }, entries);
}

async function entriesOf(journal: Journal): Promise<readonly JournalEntry[]> {
  const entries: JournalEntry[] = [];
  for await (const entry of journal.entries()) entries.push(entry);
  return entries;
}

async function assertSilent(testbed: Testbed, fault?: Fault): Promise<void> {
  await withScene(testbed, { world: tiny }, async (scene) => {
    const { ground, host, review, recorder, clock } = scene;
    const journal = memoryJournal();
    if (fault !== undefined) ground.faults.set(fault);
    const { ending, progress } = await carryOut(runOf(host, review, { journal, clock }));
    const report = reportFrom(scene, ending, await entriesOf(journal));
    const kept = [review.plan, journal.changes, ending, progress, host.profile, report];
    const printed = [
      ...kept.flatMap((one) => [JSON.stringify(one), inspect(one, { depth: 9 })]),
      reportMarkdown(report),
    ];
    const { hits } = await scene.hunt([...printed, ...recorder.said, ...ground.logged()].map((line) => `${line}\n`));
    assert.deepEqual(hits, [], `These secrets got out${fault === undefined ? '' : ` under "${fault.kind}"`}.`);
  });
}
