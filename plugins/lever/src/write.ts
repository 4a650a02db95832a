import { HostError } from '@lethe/core';
import type { Personal, ReadyStep, Receipt, StepGroup } from '@lethe/core';
import * as api from './api.ts';
import * as write from './api-write.ts';
import type { ContactValues } from './api-write.ts';
import { ifThere } from './ask.ts';
import { entriesOf, textOf } from './form.ts';
import { opportunitiesOf } from './listing.ts';
import { placeOf } from './place.ts';
import type { Place } from './place.ts';
import type { Reading } from './reading.ts';

/** Makes the call of a group. What is gone counts as blanked; throws `HostError` for everything else that fails. */
export async function applyGroup(reading: Reading, { steps }: StepGroup): Promise<readonly Receipt[]> {
  const [first] = steps;
  const place = first === undefined ? undefined : placeOf(first.spot);
  if (first === undefined) return [];
  if (place === undefined || steps.some(({ verb }) => verb === 'ask')) throw notByCall();
  try {
    await carryOut(reading, place, steps);
    return receipts(steps, 'done');
  } catch (error) {
    if (error instanceof HostError && error.code === 'gone') return receipts(steps, 'absent');
    throw error;
  }
}

function receipts(steps: readonly ReadyStep[], claim: 'done' | 'absent'): readonly Receipt[] {
  return steps.map(({ id }) => ({ step: id, claim }));
}

function notByCall(): HostError {
  return new HostError('rejected', 'A step is about something no call to Lever changes: make a new plan.');
}

const lists = { file: 'files', note: 'notes', feedback: 'feedback' } as const;

async function carryOut(reading: Reading, place: Place, steps: readonly ReadyStep[]): Promise<void> {
  if (place.owner === 'contact') return changeContact(reading, place.key, steps);
  const { key, part, which } = place;
  if (part === 'tags') return removeTags(reading, key, steps);
  if (part !== 'file' && part !== 'note' && part !== 'feedback') throw notByCall();
  return write.deleteFiled(reading.line, { opportunity: key, list: lists[part], id: which });
}

/** Links first: once the rest is blank, nobody finds the contact any more. */
async function changeContact(reading: Reading, contact: string, steps: readonly ReadyStep[]): Promise<void> {
  const areLinks = ({ spot }: ReadyStep): boolean => placeOf(spot)?.part === 'links';
  const links = steps.filter(areLinks);
  const others = steps.filter((step) => !areLinks(step));
  if (links.length > 0) await removeLinks(reading, contact, links);
  if (others.length === 0) return;
  const values = others.reduce<ContactValues>((all, step) => ({ ...all, ...valuesOf(step) }), {});
  await write.changeContact(reading.line, contact, values);
}

function valuesOf(step: ReadyStep): ContactValues {
  switch (placeOf(step.spot)?.part) {
    case 'name':
      return { name: textOf(step) };
    case 'headline':
      return { headline: textOf(step) };
    case 'location':
      return { location: { name: textOf(step) } };
    case 'emails':
      return { emails: entriesOf(step) };
    case 'phones':
      return { phones: entriesOf(step).map((value) => ({ value })) };
    default:
      throw notByCall();
  }
}

/** Lever takes the entries that go, not those that stay. */
function leaving(current: readonly Personal[], steps: readonly ReadyStep[]): readonly string[] {
  const staying = new Set(steps.flatMap(entriesOf));
  return current.map((entry) => entry.reveal()).filter((entry) => !staying.has(entry));
}

async function removeTags(reading: Reading, opportunity: string, steps: readonly ReadyStep[]): Promise<void> {
  const { line, remembered } = reading;
  const tags = remembered.tags(opportunity) ?? (await api.opportunityById(line, opportunity)).tags;
  const going = leaving(tags, steps);
  if (going.length > 0) await write.removeTags(line, opportunity, going);
}

/** Links are the contact's, so that one call takes them from every opportunity; what another one shows besides takes another. */
async function removeLinks(reading: Reading, contact: string, steps: readonly ReadyStep[]): Promise<void> {
  const known = reading.remembered.of(contact);
  const opportunities = known.length > 0 ? known : await opportunitiesOf(reading, contact);
  const gone = new Set<string>();
  for (const { id, links } of opportunities) {
    const going = leaving(links, steps).filter((link) => !gone.has(link));
    if (going.length === 0) continue;
    // An opportunity that is gone meanwhile takes nothing away.
    const done = await ifThere(write.removeLinks(reading.line, id, going).then(() => true));
    if (done === true) for (const link of going) gone.add(link);
  }
}
