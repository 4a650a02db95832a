import { randomBytes, randomUUID } from 'node:crypto';
import type { Actor, PersonId } from '@lethe/core';
import type { Desk } from '@lethe/review';
import { governed } from '../../governor/governor.ts';
import type { HourlyPoints } from '../../governor/hourly-points.ts';
import { estimateFor } from '../../governor/plan-work.ts';
import { jiraHost } from '../../host.ts';
import { clockWithin, withinTime } from '../ground/deadline.ts';
import type { TimeLeft } from '../ground/deadline.ts';
import type { Keeping } from '../ground/keeping.ts';
import type { Outside } from '../ground/outside.ts';
import { patientPort } from '../ground/patient-port.ts';
import { SHARE } from '../ground/points.ts';
import { permissions } from '../permission/rights.ts';
import type { AccountMode } from '../protocol.ts';
import type { SettingsInput } from '../protocol/settings-input.ts';
import { withWork } from '../run/under-way.ts';
import { guardsOf, rulesOf } from '../settings/settings.ts';

/** The host's name in plans, runs and the ledger. */
export const DESK = 'jira';

/** What a desk is made from. */
export interface Seat {
  readonly outside: Outside;
  readonly keeping: Keeping;
  readonly settings: SettingsInput;
  /** The time its calls and waits have. */
  readonly left: TimeLeft;
  /** This hour's points. */
  readonly points: HourlyPoints;
  /** Whether calls wait as long as Jira asks for: only where nothing is written. */
  readonly isPatient?: boolean;
  readonly mode: AccountMode;
  /** Written into every issue a run changes: the run's name. */
  readonly marker?: string;
  /** Who asks, with what they may do by now; asked anew each time. */
  readonly actor: () => Promise<Actor>;
  /** The alias of whoever asks; nothing where nobody knows, which denies. */
  readonly askedBy: PersonId | undefined;
}

/** The desk of one invocation: Jira as the app sees it, the app's storage, the settings as they are now. Throws `RuleError`. */
export function forgeDesk(seat: Seat): Desk {
  const { outside, keeping, settings, left, points, isPatient, mode, marker, actor, askedBy } = seat;
  const clock = clockWithin(outside.clock, left);
  const governedPort = governed(outside.port, { clock, points });
  const port = withinTime(isPatient === true ? patientPort(governedPort, clock) : governedPort, left);
  return {
    name: DESK,
    host: jiraHost(port, {
      clock,
      account: mode,
      nobodySignedIn: true,
      accounts: keeping.book,
      fields: { clear: [...settings.clearFields] },
      ...(marker === undefined ? {} : { marker }),
    }),
    store: withWork(keeping.store, () => outside.clock.now()),
    rules: rulesOf(settings),
    guards: guardsOf(settings),
    holds: [],
    askedBy,
    actor,
    permissions: async () => permissions,
    clock,
    random: (bytes) => new Uint8Array(randomBytes(bytes)),
    uuid: () => randomUUID(),
    estimate: (plan) => estimateFor(plan, { share: SHARE }),
    lock: async (person, run) => keeping.lock(person, run),
  };
}
