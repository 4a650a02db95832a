import type { HostAccount } from '@lethe/core';
import { hostIdentity } from '@lethe/storage';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Work } from '../api/work.ts';
import { takeForms } from '../http/forms.ts';
import { html, pageSchema, sendPage } from '../http/pages.ts';
import { Refusal } from '../http/refusal.ts';
import type { App } from '../http/routes.ts';
import { Sessions } from '../session/sessions.ts';
import { reviewLooking } from '../work/inquiring.ts';
import { admit } from './admitting.ts';
import { sendAskingPage, sendLeadingPage, sendReviewsPage } from './entry-pages.ts';
import { openTicket, sealTicket } from './ticket.ts';
import type { Ticket } from './ticket.ts';

/** How long somebody from a host's menu stays: as long as a review of somebody with many tickets takes. */
const MINUTES = 30;

const broughtSchema = z.strictObject({ word: z.string().max(4_096) });
const ticketSchema = z.strictObject({
  ticket: z.string().max(6_000),
  csrf: z.string(),
  instead: z.literal('yes').optional(),
});

/**
 * The way in from a host's own menu, in two steps. `POST /entry` is the one route another site may post to, and it only answers with
 * a page: it begins no session and reads none, since browsers send a `Strict` cookie with no request another site made. That page, of
 * ours, posts what was admitted to `POST /entry/begin`, under the same checks as every form of ours. So nobody is signed in by a page
 * that is not a page of the host (its origin is checked) and then of ours (our token is), and somebody who is signed in here as
 * another operator is asked before that session gives way.
 */
export function entryRoutes(app: App, work: Work): void {
  void app.register(async (scope: App) => {
    takeForms(scope);
    const sessions = new Sessions(work.ground);
    explainingRoute(scope);
    comingRoute(scope, work, sessions);
    beginningRoute(scope, work, sessions);
  });
}

function explainingRoute(app: App): void {
  app.get('/entry', { config: { needs: 'nobody' }, schema: pageSchema }, async (_request, reply) => {
    const body = html`<p>Open the person in your own tool and choose <em>Anonymize user</em> there: it leads here.</p>`;
    return sendPage(reply, { title: 'Come in from your host', body });
  });
}

function comingRoute(app: App, work: Work, sessions: Sessions): void {
  const config = { needs: 'nobody', form: true, fromHost: true } as const;
  app.post('/entry', { config, schema: { ...pageSchema, body: broughtSchema } }, async (request, reply) => {
    const admitted = await admit(work, { text: request.body.word, origin: request.headers.origin });
    const ticket = await sealTicket(work.ground, admitted);
    return sendLeadingPage(reply, { ticket, token: sessions.pageToken(request, reply) });
  });
}

function beginningRoute(app: App, work: Work, sessions: Sessions): void {
  const config = { needs: 'nobody', form: true } as const;
  const response = { ...pageSchema.response, 303: z.undefined().describe('To the review.') };
  app.post('/entry/begin', { config, schema: { response, body: ticketSchema } }, async (request, reply) => {
    const { ticket, instead } = request.body;
    const opened = await openTicket(work.ground, ticket);
    const present = (await sessions.of(request))?.operator;
    const isTheirs = present === undefined || isSame(present.from, opened.from);
    if (!isTheirs && instead !== 'yes')
      return sendAskingPage(reply, { ticket, token: sessions.pageToken(request, reply) });
    return begin({ work, sessions, request, reply }, opened);
  });
}

interface Beginning {
  readonly work: Work;
  readonly sessions: Sessions;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

async function begin({ work, sessions, request, reply }: Beginning, ticket: Ticket): Promise<FastifyReply> {
  const { ground } = work;
  if (!(await ground.store.signIn.useOnce(`entry ${ticket.id}`, new Date(ticket.until))))
    throw new Refusal('entry-refused');
  const identity = hostIdentity(ticket.from);
  const operator = await ground.store.signIn.arrive({ identity, groups: [], administrator: false });
  if (operator === undefined) throw new Refusal('revoked');
  const proven = { operator: operator.id, at: new Date(ticket.at), minutes: MINUTES };
  const { session } = await sessions.begin(request, reply, proven);
  const { host } = ticket.from;
  const reviews: string[] = [];
  for (const person of ticket.people) {
    const asked = { host, person, also: [], acknowledged: [], only: undefined };
    const looking = await reviewLooking(work.desks, session.operator, asked);
    reviews.push(await work.inquiring.begin({ kind: 'review', host, person, by: operator.id }, looking));
  }
  const [first] = reviews;
  if (reviews.length === 1 && first !== undefined) return reply.redirect(`/reviews/${first}`, 303);
  return sendReviewsPage(reply, reviews);
}

function isSame(one: HostAccount | undefined, other: HostAccount): boolean {
  return one !== undefined && one.host === other.host && one.account === other.account;
}
