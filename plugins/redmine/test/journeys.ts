import type { Host, Spot, SpotId } from '@lethe/core';
import { carryOut, reviewOf, runOf } from '@lethe/core/testing';
import type { Carried, Review } from '@lethe/core/testing';
import { dumpOf } from './fake/dump.ts';
import type { NewUser, Seed } from './fake/seed.ts';
import { personIdOf } from '../src/ids.ts';

/** Ada, an end user nobody else resembles. */
export const ada: NewUser = {
  login: 'ada.quell',
  firstname: 'Ada',
  lastname: 'Quellstone',
  addresses: ['ada.quell@mail.test', 'ada.private@mail.test'],
  role: 'Reporter',
  fields: { Phone: '+372 555 1234', Company: 'Acme', About: 'likes tea' },
};

/** Bo, an agent. */
export const bo: NewUser = {
  login: 'bo.lund',
  firstname: 'Bo',
  lastname: 'Lund',
  addresses: ['bo.lund@desk.test'],
  role: 'Manager',
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
    return content.form === 'plain' ? content.text.reveal() : content.form;
  }
  return 'no reading';
}

/** Whether a text stands anywhere in an invented Redmine. */
export function holds({ redmine }: Seed, text: string): boolean {
  return [...dumpOf(redmine)].join('\n').includes(text);
}
