import type { Actor } from '@lethe/core';
import type { Office } from '../ground/office.ts';
import { mayAct } from '../permission/acting.ts';
import { actorOf } from '../permission/rights.ts';

/** Whom work in the background is done for, and what else is to be asked when they are asked about. */
export interface Acting {
  readonly account: string;
  /** Asks whether somebody wants the work stopped. */
  readonly listen: () => Promise<unknown>;
}

/**
 * Who work in the background is done for, with what they may do at this moment, asked of Jira as the app: before it begins and before each
 * group of calls, which are fifty comments or a thousand issues. Throws `HostError` and `StoreError`.
 */
export async function actingNow(office: Office, { account, listen }: Acting): Promise<Actor> {
  await listen();
  const standing = { mayAnonymize: await mayAct(office.outside, account), mayConfigure: false };
  return actorOf(office.keeping.book.idOf(account), standing);
}
