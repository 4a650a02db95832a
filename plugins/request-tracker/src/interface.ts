import type { Channel } from '@lethe/core';

const channels: Readonly<Record<string, Channel>> = {
  Email: 'mail',
  Web: 'web',
  Mobile: 'web',
  REST: 'api',
  REST2: 'api',
  API: 'api',
  CLI: 'api',
};

/** How something came in, by what RT notes in `X-RT-Interface`; RT before 4.2 noted nothing. */
export function channelOf(noted: string): Channel {
  return channels[noted] ?? 'unknown';
}

/** Whether a ticket is done with, by RT's own statuses; one of a lifecycle of the customer's is, once RT noted when it was resolved. */
export function isClosed(status: string, resolved: boolean): boolean {
  if (['resolved', 'rejected', 'deleted'].includes(status)) return true;
  return resolved && !['new', 'open', 'stalled'].includes(status);
}
