import { HostError } from '@lethe/core';
import type { Scope, Spot } from '@lethe/core';
import { pMapIterable } from 'p-map';
import * as api from './api.ts';
import { ifThere } from './ask.ts';
import { contactSpots } from './contact-spots.ts';
import { contactOf, opportunityOf } from './ids.ts';
import { AT_ONCE, everything, spotsIn, viewOf } from './reading.ts';
import type { Reading } from './reading.ts';
import type { Contact, Opportunity } from './schema.ts';

/** What scopes lead to. */
interface Wanted {
  readonly contacts: readonly Contact[];
  readonly opportunities: readonly Opportunity[];
}

/**
 * Spots of some scopes, each once, an opportunity read once whatever leads to it; a contact's own last. An opportunity alone
 * leaves out all that its contact shares with the others: name, addresses, phones, headline, location, links.
 */
export async function* listedSpots(reading: Reading, scopes: readonly Scope[]): AsyncGenerator<Spot> {
  const { contacts, opportunities } = await wantedBy(reading, scopes);
  // Every hire is known before the first opportunity is read.
  await reading.known.hires(opportunities);
  const views = pMapIterable(opportunities, (one) => viewOf(reading, one, everything), { concurrency: AT_ONCE });
  for await (const view of views) if (view !== undefined) yield* spotsIn(view);
  for (const contact of contacts) {
    const own = opportunities.filter((one) => one.contact === contact.id);
    yield* contactSpots({ contact, opportunities: own, confidential: await reading.known.confidential() });
  }
}

async function wantedBy(reading: Reading, scopes: readonly Scope[]): Promise<Wanted> {
  const contacts: Contact[] = [];
  const opportunities = new Map<string, Opportunity>();
  for (const scope of scopes) {
    const found = await ledToBy(reading, scope);
    contacts.push(...found.contacts.filter(({ id }) => !contacts.some((one) => one.id === id)));
    for (const one of found.opportunities) opportunities.set(one.id, one);
  }
  return { contacts, opportunities: [...opportunities.values()] };
}

async function ledToBy(reading: Reading, scope: Scope): Promise<Wanted> {
  switch (scope.by) {
    case 'person':
      return wholeCandidate(reading, contactOf(scope.person));
    case 'dossier':
      return oneOpportunity(reading, opportunityOf(scope.dossier));
    case 'mention':
    case 'everything':
      throw new HostError('rejected', 'Lever cannot be searched by what stands in texts: ask by candidate.');
  }
}

async function wholeCandidate(reading: Reading, id: string | undefined): Promise<Wanted> {
  const contact = id === undefined ? undefined : await ifThere(api.contactById(reading.line, id));
  if (contact === undefined) return { contacts: [], opportunities: [] };
  return { contacts: [contact], opportunities: await opportunitiesOf(reading, contact.id) };
}

async function oneOpportunity({ line }: Reading, id: string | undefined): Promise<Wanted> {
  const opportunity = id === undefined ? undefined : await ifThere(api.opportunityById(line, id));
  return { contacts: [], opportunities: opportunity === undefined ? [] : [opportunity] };
}

/** All opportunities of a contact the key may see. Lever is not trusted to have understood the filter. */
export async function opportunitiesOf({ line, known }: Reading, contact: string): Promise<readonly Opportunity[]> {
  const found: Opportunity[] = [];
  for await (const page of api.opportunities(line, { contact, ...(await known.confidentiality()) }))
    found.push(...page.filter((one) => one.contact === contact));
  return found;
}
