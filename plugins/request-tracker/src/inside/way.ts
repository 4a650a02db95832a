import type { Host, Person } from '@lethe/core';
import { applyInside, groupForInside, InsidePart, insideSpots, rereadInside } from '@lethe/inside';
import type { InsideStatus, Row, RowReading, RowRereading } from '@lethe/inside';
import pMap from 'p-map';
import { cellsChanged, changesFor, remedy } from './changes.ts';
import { accountOf, ticketDossier, ticketTable } from './homes.ts';
import { GrowingMails, ticketsWithMailsIn, waitsForMails } from './mails.ts';
import { rowSpots } from './row-spots.ts';
import { cellsOf, contentIn } from './spot-cells.ts';
import { ask } from '../ask.ts';
import type { Transport } from '../call.ts';
import { ticketIn } from '../ids.ts';
import type { RequestTrackerOptions } from '../options.ts';
import { AT_ONCE, userIfThere } from '../people.ts';
import type { People } from '../people.ts';

/** Lethe's part in this RT, whether or not it is there. */
export function partIn(transport: Transport): InsidePart {
  return new InsidePart({
    ask: (call, schema) => ask(transport, call, schema),
    path: (call) => `/REST/2.0/lethe/${call}`,
  });
}

/** What reading through Lethe's part is done with. */
export interface InsideWay {
  readonly transport: Transport;
  readonly part: InsidePart;
  readonly options: RequestTrackerOptions;
  readonly people: People;
  readonly limits: InsideStatus['limits'];
}

/** How RT is read and changed through Lethe's part. */
export function wayInside(way: InsideWay): Pick<Host, 'spots' | 'group' | 'apply' | 'reread'> {
  const { part, limits } = way;
  const rereading: RowRereading = {
    part,
    table: ticketTable,
    most: limits.rows,
    cellsOf: (spot) => cellsOf(part, spot),
    contentIn,
    dossierOf: ticketDossier,
  };
  const writing = { part, changesFor: changesFor.bind(undefined, part), remedy };
  return {
    spots: (scopes) => insideSpots(readingOf(way), scopes),
    group: (steps) => groupForInside(steps, limits.changes, cellsChanged),
    apply: (group) => applyInside(writing, group),
    reread: (spots) => rereadInside(rereading, spots),
  };
}

function readingOf(way: InsideWay): RowReading {
  const { part, options } = way;
  const mails = new GrowingMails(part);
  return {
    part,
    table: ticketTable,
    accountOf,
    caseIn: ticketIn,
    rowSpots: (row, homes) => rowSpots(row, { homes, mails, options }),
    alsoLearn: (rows, tickets) => mails.learn(rows, tickets),
    wholeCasesFor: ticketsWithMailsIn,
    waits: waitsForMails,
    meet: (accounts, rows) => meet(way, accounts, rows),
  };
}

/** The facts about accounts; who is an administrator, their own rows tell. */
async function meet(
  { transport, people }: InsideWay,
  accounts: readonly string[],
  rows: readonly Row[],
): Promise<ReadonlyMap<string, Person>> {
  const told = new Map(
    rows.flatMap((row) => (row.table === 'Users' ? [[row.id, row.facts.admin === 'true'] as const] : [])),
  );
  const met = await pMap(
    accounts,
    async (id): Promise<readonly (readonly [string, Person])[]> => {
      const user = await userIfThere(transport, id);
      const isAdministrator = told.get(id);
      if (user === undefined) return [];
      return [[id, await people.personOf(user, isAdministrator === undefined ? {} : { isAdministrator })]];
    },
    { concurrency: AT_ONCE },
  );
  return new Map(met.flat());
}
