import { headText } from '../ledger.ts';
import { cutTable, doubtTable } from './found.ts';
import { leftPart } from './left.ts';
import type { Report } from './schema.ts';
import { stepEnds } from './schema.ts';
import { markdownTable, shown } from './table.ts';
import { endWords, keptWords, kindWords, reasonWords, stateWords } from './words.ts';

/** The report for people: a certificate in plain language, as Markdown. Says no more than was seen. */
export function reportMarkdown(report: Report): string {
  const parts = [
    [`# Report on run ${shown(report.run)}`, stateWords[report.state], stopped(report), facts(report)],
    ['## What was done', steps(report), proof(report), cutTable(report)],
    leftPart(report),
    ['## What stays', kept(report)],
    ['## What reports count', tallies(report)],
    ['## To check this later', anchors(report)],
  ];
  return `${parts
    .flat()
    .filter((text) => text !== '')
    .join('\n\n')}\n`;
}

function stopped({ reason, obstacles }: Report): string {
  if (reason === undefined) return '';
  const lines = obstacles.map(({ says, remedy }) => `- ${shown(says)} ${shown(remedy)}`);
  return [`Reason: ${reasonWords[reason]}.`, ...lines].join('\n');
}

function facts({ person, host, times, reviewedBy, approvedBy, acknowledged, replays }: Report): string {
  const repeats = replays === undefined ? [] : [['repeats', repeatText(replays)] as const];
  return markdownTable(
    ['fact', 'value'],
    [
      ['person', `id ${person} in ${host.name} (${host.kind})`],
      ...repeats,
      ['reviewed', `${times.reviewed} by ${reviewedBy}`],
      ['approved', `${times.approved} by ${approvedBy}`],
      ['started', times.started],
      ['ended', times.ended ?? 'not yet'],
      ['acknowledged by the reviewer', acknowledged.length === 0 ? 'nothing' : acknowledged.join(', ')],
    ],
  );
}

function repeatText({ run, endedAt }: NonNullable<Report['replays']>): string {
  return `run ${run} of ${endedAt}, which a restored backup had undone`;
}

function steps({ steps: { kinds, ends } }: Report): string {
  const columns = stepEnds.filter((end) => ends[end] !== undefined);
  const rows = kinds.map((line) => [kindWords[line.kind], line.planned, ...columns.map((end) => line.ends[end] ?? 0)]);
  return markdownTable(['what', 'steps', ...columns.map((end) => endWords[end])], rows);
}

function proof({ spots, steps: { planned, proven, claimed } }: Report): string {
  const rest = planned - proven - claimed;
  return [
    `${String(spots)} spots were looked at, and ${String(planned)} of them needed a step.`,
    `Proven: ${String(proven)}, read again afterwards and seen without the person.`,
    `Only claimed: ${String(claimed)}, by the host, which does not show the result.`,
    `Neither: ${String(rest)}.`,
  ].join('\n');
}

function kept(report: Report): string {
  const { kept: counts, ambiguous, sideEffects } = report;
  const rows = Object.entries(keptWords).map(([why, words]) => [words, new Map(Object.entries(counts)).get(why) ?? 0]);
  const effects = sideEffects.map(({ kind, what, steps: number }) => [kindWords[kind], what, number]);
  return [
    markdownTable(['kept because', 'spots'], rows),
    `Mentions too uncertain to cut were in ${String(ambiguous)} spots.`,
    doubtTable(report),
    markdownTable(['a step on', 'also did this', 'steps'], effects),
  ]
    .filter((text) => text !== '')
    .join('\n\n');
}

function tallies({ tallies: compared }: Report): string {
  if (compared === undefined) return 'They were not compared yet.';
  const { compared: number, changed } = compared;
  if (number === 0) return 'No case was read again with its numbers, so nothing can be said about them.';
  if (changed.length === 0) return `Equal before and after, in all ${String(number)} cases that were compared.`;
  return `Not equal in ${String(changed.length)} of ${String(number)} cases: ${changed.map(shown).join(', ')}.`;
}

function anchors({ plan, rules, ledger }: Report): string {
  return markdownTable(
    ['what', 'value'],
    [
      ['plan (SHA-256)', plan.digest],
      ['rules', rules.name],
      ['rules (SHA-256)', rules.digest],
      ['ledger head', ledger === undefined ? 'not yet' : headText(ledger)],
    ],
  );
}
