import type { Plan } from '@lethe/core';
import { sheetOf } from '@lethe/review';
import type { SheetDetail, SheetRow } from '@lethe/review';
import { issueHref, keyIn } from '../ground/site-links.ts';
import type { Place, ShownGroup, ShownRow, ShownSheet } from '../protocol.ts';

/** So many places of a group are named; the others are counted. */
const PLACES = 50;

/** A plan as it goes to a screen: every spot counted, the first places of each group named and linked. */
export function shownSheet(plan: Plan): ShownSheet {
  const { rows, totals, remains, sideEffects, mentions, unreached, ambiguous } = sheetOf(plan);
  return {
    rows: rows.map(shownRow),
    totals,
    remains,
    sideEffects,
    mentions,
    unreached,
    ambiguous: { count: ambiguous.length, places: ambiguous.slice(0, PLACES).map(placeOfLabel) },
  };
}

/** Where a label says something is. */
export function placeOfLabel(label: string): Place {
  const key = keyIn(label);
  return key === undefined ? { label } : { label, href: issueHref(key) };
}

function shownRow({ kind, blanked, kept, cannot, details }: SheetRow): ShownRow {
  const groups = new Map<string, SheetDetail[]>();
  for (const detail of details) {
    const { what, verb, why, because, instead } = detail;
    const key = JSON.stringify([what, verb, why, because, instead]);
    const others = groups.get(key);
    if (others === undefined) groups.set(key, [detail]);
    else others.push(detail);
  }
  return { kind, blanked, kept, cannot, groups: [...groups.values()].flatMap(shownGroup) };
}

function shownGroup(details: readonly SheetDetail[]): readonly ShownGroup[] {
  const [first] = details;
  if (first === undefined) return [];
  const { what, verb, why, because, instead } = first;
  // A kept spot has no label of its own.
  const places = what === 'kept' ? [] : details.slice(0, PLACES).map(({ label }) => placeOfLabel(label));
  return [
    {
      ...{ what, count: details.length, places },
      ...(verb === undefined ? {} : { verb }),
      ...(why === undefined ? {} : { why }),
      ...(because === undefined ? {} : { because }),
      ...(instead === undefined ? {} : { instead }),
    },
  ];
}
