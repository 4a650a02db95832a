import { recordAt } from './sites.ts';

const ticks = 'input[type=checkbox]:checked, [role=checkbox][aria-checked=true]';

/** What is selected in a list: the records, and how many ticked rows show none that could be read. */
export interface Selection {
  readonly records: readonly string[];
  readonly unread: number;
}

/**
 * The records whose rows are ticked. A row is read by its links alone, and counts only when all of them lead to the same record:
 * whoever cannot be told for sure is not guessed.
 */
export function selectionIn(page: ParentNode, at: Pick<Location, 'origin'>): Selection {
  const records = new Set<string>();
  let unread = 0;
  for (const tick of page.querySelectorAll(ticks)) {
    const { shows, record } = rowOf(tick, at);
    if (shows === 'nothing') unread += 1;
    if (record !== undefined) records.add(record);
  }
  return { records: [...records], unread };
}

/** What a tick stands for: one record, the whole list, or nothing that could be read. */
interface Row {
  readonly shows: 'record' | 'list' | 'nothing';
  readonly record?: string;
}

/** Reads the nearest element around a tick that links to any record. */
function rowOf(tick: Element, at: Pick<Location, 'origin'>): Row {
  let branch = tick;
  for (let around = tick.parentElement; around !== null; around = around.parentElement) {
    const found = recordsIn(around, at);
    const [record] = found;
    if (record !== undefined && found.size === 1) return { shows: 'record', record };
    if (found.size > 1) return { shows: isAmongRows(branch, around, at) ? 'nothing' : 'list' };
    branch = around;
  }
  return { shows: 'nothing' };
}

function recordsIn(around: Element, at: Pick<Location, 'origin'>): ReadonlySet<string> {
  const links = [...around.querySelectorAll('a[href]')];
  return new Set(links.flatMap((link) => recordAt(link.getAttribute('href') ?? '', at) ?? []));
}

/** Whether what stands beside it are rows: each with a tick and one record. */
function isAmongRows(branch: Element, around: Element, at: Pick<Location, 'origin'>): boolean {
  return [...around.children].some(
    (other) =>
      other !== branch &&
      other.querySelector('input[type=checkbox], [role=checkbox]') !== null &&
      recordsIn(other, at).size === 1,
  );
}
