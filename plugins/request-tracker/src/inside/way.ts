import type { Host } from '@lethe/core';
import { applyInside, groupForInside, InsidePart, insideSpots, rereadInside } from '@lethe/inside';
import type { InsideStatus, RowReading, RowRereading } from '@lethe/inside';
import pMap from 'p-map';
import { cellsChanged, changesFor, remedy } from './changes.ts';
import { accountOf, ticketDossier, ticketTable } from './homes.ts';
import { GrowingMails, ticketsWithMailsIn } from './mails.ts';
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

function readingOf({ transport, part, options, people }: InsideWay): RowReading {
  const mails = new GrowingMails(part);
  return {
    part,
    table: ticketTable,
    accountOf,
    caseIn: ticketIn,
    rowSpots: (row, homes) => rowSpots(row, { homes, mails, options }),
    alsoLearn: (rows, tickets) => mails.learn(rows, tickets),
    wholeCasesFor: ticketsWithMailsIn,
    meet: async (accounts) => {
      const met = await pMap(
        accounts,
        async (id) => {
          const user = await userIfThere(transport, id);
          return user === undefined ? [] : [[id, await people.personOf(user)] as const];
        },
        { concurrency: AT_ONCE },
      );
      return new Map(met.flat());
    },
  };
}
