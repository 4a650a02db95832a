import { reportMarkdown } from '@lethe/core';
import type { Report, RunRecord } from '@lethe/core';
import { reportOn } from '@lethe/review';
import { issueNumberOf } from '../../ids.ts';
import { searchHref } from '../ground/site-links.ts';
import type { Office } from '../ground/office.ts';
import { looksNotes } from '../later/later-looks.ts';
import type { LooksNote } from '../later/later-looks.ts';
import type { LaterLook, Link, ReportShown } from '../protocol.ts';
import { cut, storedRun } from './shown-run.ts';

/** A search by numbers of issues finds so many; more make an address browsers refuse. */
const ISSUES = 150;

/** The report on a run with where to look, and what later looks saw. Throws `HostError` (`gone`). */
export async function shownReport(office: Office, id: string): Promise<ReportShown> {
  const run = await storedRun(office, id);
  const report = await reportOn(office.keeping.store, run);
  const looks = await looksNotes.get(id);
  return {
    ...cut(report),
    links: linksOf(report, run),
    later: looks?.looks ?? [],
    markdown: `${reportMarkdown(report)}${laterMarkdown(looks)}`,
  };
}

function linksOf(report: Report, { id, plan }: RunRecord): readonly Link[] {
  const remains = new Set(report.remains.map(({ kind }) => kind));
  const kept = plan.plan.steps.filter(({ kind }) => remains.has(kind));
  const lists: readonly (readonly [Link['what'], readonly string[]])[] = [
    ['gaps', report.gaps.map(({ spot }) => spot)],
    ['remains', kept.map(({ spot }) => spot)],
    ['not-proven', report.notProven.map(({ spot }) => spot)],
    ['residue', report.residue.map(({ spot }) => spot)],
    ['grown', report.grown],
  ];
  return [
    { what: 'marked-issues', href: searchHref(`anonymizeUserErasure = "${id}"`) },
    ...lists.flatMap(([what, spots]) => linkTo(what, spots)),
  ];
}

function linkTo(what: Link['what'], spots: readonly string[]): readonly Link[] {
  const issues = new Set(spots.flatMap((spot) => issueNumberOf(spot.split('/', 1)[0] ?? '') ?? []));
  if (issues.size === 0) return [];
  const first = [...issues].slice(0, ISSUES);
  return [{ what, href: searchHref(`id in (${first.join(', ')})`), count: issues.size }];
}

function laterMarkdown(note: LooksNote | undefined): string {
  const made = (note?.looks ?? []).flatMap(({ at, seen }) => (seen === undefined ? [] : [lineOf(at, seen)]));
  return made.length === 0 ? '' : `\n## Looked at again\n\n${made.join('\n')}\n`;
}

function lineOf(at: string, seen: NonNullable<LaterLook['seen']>): string {
  const clean = String(seen.counts.clean ?? 0);
  const unclean = seen.notClean.map(({ label }) => label).join('; ');
  const found = unclean === '' ? 'nothing came back' : `not as it was left: ${unclean}`;
  return `- ${at}: ${clean} clean, ${found}; ${String(seen.unchecked)} could not be told any more.`;
}
