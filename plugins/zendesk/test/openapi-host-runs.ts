import { smallWorld, virtualClock } from '@lethe/core/testing';
import type { Exchange } from './fake/server.ts';
import { FakeZendesk } from './fake/server.ts';
import { Seed } from './fake/seed.ts';
import { anonymize } from './journeys.ts';
import { ways } from './ways.ts';
import { fillWith } from './world-in-zendesk.ts';
import { zendeskHost } from '../src/index.ts';
import type { ZendeskHostOptions } from '../src/index.ts';

/** What the host can be told that changes which calls it makes. */
const variants: readonly Omit<ZendeskHostOptions, 'clock'>[] = [
  {},
  { auditLog: 'counted', sideConversations: 'listed' },
  { deleteClosedTickets: true, deleteUser: true },
];

/** All calls of whole runs of Lethe's own host, both ways in, with their answers. */
export async function hostRuns(): Promise<readonly Exchange[]> {
  const exchanges: Exchange[] = [];
  for (const way of ways) {
    for (const options of variants) {
      const clock = virtualClock();
      const seed = new Seed(clock);
      const world = smallWorld();
      const accounts = fillWith(seed, world);
      const user = accounts.get(world.target.key) ?? 0;
      beside(seed, user);
      if (options.deleteUser === true) closeAll(seed);
      const watch = (exchange: Exchange): unknown => exchanges.push(exchange);
      const fake = await FakeZendesk.start(seed.zendesk, { ...way.opening(seed), clock, watch });
      try {
        const host = zendeskHost(way.portTo(fake), { ...options, clock });
        await host.preflight();
        const { ending } = await anonymize({ host, clock }, user);
        if (ending.state === 'stopped') throw new Error('The run did not come to its end.');
      } finally {
        await fake.close();
      }
    }
  }
  return exchanges;
}

/** What a world does not hold and Zendesk does. */
function beside(seed: Seed, user: number): void {
  const author = { id: user, name: 'Zoë Ångström', email: 'zoe.angstrom@quill.test' };
  seed.suspendedTicket({ author, subject: 'Again', content: 'It is me again.' });
  for (const kind of ['post', 'post-comment', 'article-comment'] as const)
    seed.helpText(user, { kind, title: 'Zoë Ångström asks', body: '<p>I am Zoë Ångström</p>' });
  seed.helpMark(user, { kind: 'vote' });
  seed.helpMark(user, { kind: 'subscription', content_type: 'Post', content_id: 1 });
  const [ticket] = seed.zendesk.tickets.where(({ requester_id }) => requester_id === user);
  const events = [{ message: 'Who is Zoë Ångström?', from: 'bo.lund@helpdesk.test' }];
  if (ticket !== undefined) seed.sideConversation(ticket.id, { subject: 'Zoë Ångström', participants: [], events });
}

/** Nobody is deleted while a ticket of theirs is open. */
function closeAll({ zendesk }: Seed): void {
  for (const { id } of zendesk.tickets.all()) zendesk.tickets.update(id, { status: 'closed' });
}
