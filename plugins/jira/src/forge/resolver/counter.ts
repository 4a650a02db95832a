import type { Desk } from '@lethe/review';
import { forgeDesk } from '../desk/forge-desk.ts';
import type { Office } from '../ground/office.ts';
import { standingOf } from '../permission/clicking.ts';
import { actorOf } from '../permission/rights.ts';
import type { AccountMode, Standing } from '../protocol.ts';

/** Where a click is answered: the office, who clicked, what they may do, and the issue they are on. */
export interface Counter {
  readonly office: Office;
  /** The account of whoever clicked, as Forge says; nothing a browser sent. */
  readonly account: string;
  readonly standing: Standing;
  /** The number or key of the issue the screen is shown on. */
  readonly issue: string | undefined;
}

/** The desk of whoever clicked, for a treatment of the account. They are asked about anew each time. */
export function deskAt({ office, account }: Counter, mode: AccountMode): Desk {
  const alias = office.keeping.book.idOf(account);
  return forgeDesk({
    ...office,
    isPatient: true,
    mode,
    actor: async () => actorOf(alias, await standingOf(office.outside)),
    askedBy: alias,
  });
}
