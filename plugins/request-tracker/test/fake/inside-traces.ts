import { isFilled, isSecret, textOf } from './inside-cells.ts';
import type { TableRow } from './inside-cells.ts';
import { moment } from './inside-table.ts';
import { numberIn } from './rows.ts';
import type { Tracker } from './tracker.ts';

/** What a walk looks for. */
export interface Quest {
  readonly person: number | undefined;
  readonly tickets: ReadonlySet<number>;
  readonly mentions: (text: string) => boolean;
}

/** All traces of one row. */
export function tracesOf(tracker: Tracker, at: TableRow, quest: Quest): Record<string, unknown>[] {
  const { table, row } = at;
  const ticket = table.ticket?.(row, tracker);
  const listed = table.isListed?.(row, tracker) !== false;
  const whys = listed
    ? [
        ...(quest.person === undefined ? [] : (table.whys?.(row, quest.person, tracker) ?? [])),
        ...(ticket !== undefined && quest.tickets.has(ticket) ? ['issue'] : []),
      ]
    : [];
  const stays = table.stays === undefined ? 'rows of this table are not removed' : table.stays(row, tracker);
  const removable = stays === undefined ? ['remove'] : [];
  const texts = table.texts.flatMap((column) => textTrace(tracker, at, { column, whys, removable, quest }));
  const isThing = table.isThing?.(row) === true && (whys.length > 0 || texts.length > 0);
  const itself = {
    ...{ column: null, text: null, why: whys.length > 0 ? whys : ['mention'], may: removable },
    ...(stays === undefined ? {} : { because: stays }),
    ...(table.hidden === true ? { hidden: true } : {}),
  };
  const common = {
    table: table.name,
    id: String(row.id),
    made: table.made === true ? (moment(row, 'Created') ?? null) : null,
    links: strings(table.links?.(row, tracker) ?? {}, (value) => value !== 0),
    facts: strings(table.facts?.(row, tracker) ?? {}, () => true),
  };
  return [...(isThing ? [itself] : []), ...texts].map((trace) => ({ ...common, ...trace }));
}

interface TextTrace {
  readonly column: string;
  readonly whys: readonly string[];
  readonly removable: readonly string[];
  readonly quest: Quest;
}

function textTrace(
  tracker: Tracker,
  at: TableRow,
  { column, whys, removable, quest }: TextTrace,
): Record<string, unknown>[] {
  const { table, row } = at;
  if (!isFilled(at, column)) return [];
  const secret = isSecret(at, column);
  const text = textOf(at, column);
  const isMentioned = !secret && column !== 'Disabled' && quest.mentions(text);
  if (whys.length === 0 && !isMentioned) return [];
  // An end of a link inside RT is nobody's word.
  if (table.name === 'Links' && !isMentioned && numberIn(row, `Local${column}`) !== 0) return [];
  const because = table.closed?.(row, column, tracker);
  return [
    {
      ...{ column, text: secret ? null : text, why: isMentioned ? [...whys, 'mention'] : whys },
      may: [...(because === undefined ? ['text'] : []), ...removable],
      ...(because === undefined ? {} : { because }),
      ...(secret ? { hidden: true } : {}),
    },
  ];
}

function strings(
  values: Readonly<Record<string, unknown>>,
  isMeant: (value: unknown) => boolean,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values)
      .filter(([, value]) => value !== null && value !== undefined && isMeant(value))
      .map(([key, value]) => [key, String(value)]),
  );
}
