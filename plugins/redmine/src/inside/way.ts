import type { Host } from '@lethe/core';
import { applyInside, groupForInside, InsidePart, insideSpots, rereadInside } from '@lethe/inside';
import type { InsideStatus, RowReading, RowRereading } from '@lethe/inside';
import pMap from 'p-map';
import { cellsChanged, remedy, changesFor } from './changes.ts';
import { accountOf, issueDossier, issueIn, issueTable } from './homes.ts';
import { rowSpots } from './row-spots.ts';
import { cellsOf, contentIn } from './spot-cells.ts';
import { ask } from '../ask.ts';
import type { Transport } from '../call.ts';
import { personIdOf } from '../ids.ts';
import type { RedmineOptions } from '../options.ts';
import { AT_ONCE, userIfThere } from '../people.ts';
import type { People } from '../people.ts';

/** Lethe's part in this Redmine, whether or not it is there. */
export function partIn(transport: Transport): InsidePart {
  return new InsidePart({
    ask: (call, schema) => ask(transport, call, schema),
    path: (call) => `/lethe/${call}.json`,
  });
}

/** What reading through Lethe's part is done with. */
export interface InsideWay {
  readonly transport: Transport;
  readonly part: InsidePart;
  readonly options: RedmineOptions;
  readonly people: People;
  readonly limits: InsideStatus['limits'];
}

/** How Redmine is read and changed through Lethe's part. */
export function wayInside(way: InsideWay): Pick<Host, 'spots' | 'group' | 'apply' | 'reread'> {
  const { part, limits } = way;
  const reading = readingOf(way);
  const rereading: RowRereading = {
    part,
    table: issueTable,
    most: limits.rows,
    cellsOf,
    contentIn,
    dossierOf: issueDossier,
  };
  return {
    spots: (scopes) => insideSpots(reading, scopes),
    group: (steps) => groupForInside(steps, limits.changes, cellsChanged),
    apply: (group) => applyInside({ part, changesFor, remedy }, group),
    reread: (spots) => rereadInside(rereading, spots),
  };
}

function readingOf({ transport, part, options, people }: InsideWay): RowReading {
  return {
    part,
    table: issueTable,
    accountOf,
    caseIn: issueIn,
    rowSpots: (row, homes) => rowSpots(row, { homes, options }),
    meet: async (accounts) => {
      const met = await pMap(
        accounts,
        async (id) => {
          const user = await userIfThere(transport, personIdOf(id));
          return user === undefined ? [] : [[id, await people.personOf(user)] as const];
        },
        { concurrency: AT_ONCE },
      );
      return new Map(met.flat());
    },
  };
}
