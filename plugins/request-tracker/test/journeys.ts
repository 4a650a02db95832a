import type { Host, Spot, SpotId } from '@lethe/core';
import { carryOut, reviewOf, runOf } from '@lethe/core/testing';
import type { Carried, Review } from '@lethe/core/testing';
import { textOfLob } from './fake/encoded.ts';
import { tableNames } from './fake/rows.ts';
import type { NewUser, Seed } from './fake/seed.ts';
import { personIdOf } from '../src/ids.ts';

/** Ada, an end user nobody else resembles. */
export const ada: NewUser = {
  Name: 'ada.quell@mail.test',
  EmailAddress: 'ada.quell@mail.test',
  RealName: 'Ada Quellstone',
  columns: { HomePhone: '+372 555 1234', Organization: 'Acme', Comments: 'likes tea', Address1: 'Street 1' },
  fields: { 'Employee number': 'KD-1701', 'Second phone': '+372 555 9876' },
};

/** Bo, an agent. */
export const bo: NewUser = {
  Name: 'bo.lund',
  EmailAddress: 'bo.lund@desk.test',
  RealName: 'Bo Lund',
  privileged: true,
};

/** Reviews an account, carries the plan out, and says what came of it. */
export async function anonymize(host: Host, account: number): Promise<Carried & { readonly review: Review }> {
  const review = await reviewOf(host, personIdOf(account));
  return { ...(await carryOut(runOf(host, review))), review };
}

/** All spots of an account and of mentions of it. */
export async function spotsOf(host: Host, account: number): Promise<readonly Spot[]> {
  return (await reviewOf(host, personIdOf(account))).spots;
}

/** The spot of a label. */
export function labelled(spots: readonly Spot[], label: string): Spot {
  const found = spots.find((spot) => spot.label === label);
  if (found === undefined)
    throw new RangeError(`no spot is called ${label}; there are ${spots.map((spot) => spot.label).join(', ')}`);
  return found;
}

/** What a spot holds now, as text. */
export async function reread(host: Host, spot: SpotId): Promise<string> {
  for await (const { content } of host.reread([spot])) {
    if (content === 'gone') return 'gone';
    return content.form === 'plain' || content.form === 'html' ? content.text.reveal() : content.form;
  }
  return 'no reading';
}

/** Whether a text stands anywhere in an invented Request Tracker, however it is encoded there. */
export function holds({ tracker }: Seed, text: string): boolean {
  return tableNames.some((table) =>
    tracker.rows
      .all(table)
      .some((row) =>
        Object.values(row).some(
          (cell) => typeof cell === 'string' && textOfLob(cell, String(row.ContentEncoding)).includes(text),
        ),
      ),
  );
}
