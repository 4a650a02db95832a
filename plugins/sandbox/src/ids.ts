import { HostError } from '@lethe/core';
import type { DossierId, MessageId, PersonId, SpotId } from '@lethe/core';

/** Where a spot is: the number of its ticket or person, and its place on that sheet. */
export interface Address {
  readonly sheet: string;
  readonly key: string;
}

/** The number of an account: `p12`. Throws `HostError` for anything else. */
export function personId(text: string): PersonId {
  if (isPersonId(text)) return text;
  throw unknownId();
}

/** The number of a ticket: `t42`. Throws `HostError` for anything else. */
export function dossierId(text: string): DossierId {
  if (isDossierId(text)) return text;
  throw unknownId();
}

/** A message of a ticket: `t42:m3`. */
export function messageId(ticket: string, message: string): MessageId {
  const text = `${ticket}:${message}`;
  if (isMessageId(text)) return text;
  throw unknownId();
}

/** A spot by its sheet and place: `t42:m3:body`, `p12:address:a1`. */
export function spotId({ sheet, key }: Address): SpotId {
  const text = `${sheet}:${key}`;
  if (isSpotId(text)) return text;
  throw unknownId();
}

/** The sheet and place of a spot. Throws `HostError` if it is not a spot of a sandbox. */
export function addressOf(spot: SpotId): Address {
  if (!isSpotId(spot)) throw unknownId();
  const end = spot.indexOf(':');
  return { sheet: spot.slice(0, end), key: spot.slice(end + 1) };
}

/** Whether a sheet's number is a ticket's. */
export function isTicket(sheet: string): boolean {
  return sheet.startsWith('t');
}

function isPersonId(text: string): text is PersonId {
  return /^p\d+$/.test(text);
}

function isDossierId(text: string): text is DossierId {
  return /^t\d+$/.test(text);
}

function isMessageId(text: string): text is MessageId {
  return /^t\d+:[mo]\d+$/.test(text);
}

function isSpotId(text: string): text is SpotId {
  return /^[tp]\d+:[a-z0-9:]+$/.test(text);
}

function unknownId(): HostError {
  return new HostError('rejected', 'The sandbox has no such number: list people or spots again and use theirs.');
}
