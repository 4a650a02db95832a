import type { FastifyReply } from 'fastify';
import { html, sendPage } from '../http/pages.ts';
import type { Markup } from '../http/pages.ts';

interface Carried {
  readonly ticket: string;
  readonly token: string;
}

/** The page that goes on by itself: the browser shows our cookies to what a page of ours asks for, and to nothing before that. */
export function sendLeadingPage(reply: FastifyReply, carried: Carried): FastifyReply {
  const goOn = 'document.getElementById("entry").submit()';
  const body = html`<p>Your host sent you here.</p>
    ${formWith(carried, { button: 'Go on' })}
    <script nonce="${reply.cspNonce.script}">
      ${{ markup: goOn }};
    </script>`;
  return sendPage(postingHere(reply), { title: 'Anonymize user', body });
}

/** Asks somebody who is signed in here in another way whether that is to end. Nothing goes on by itself. */
export function sendAskingPage(reply: FastifyReply, carried: Carried): FastifyReply {
  const body = html`<p>
      You are signed in here as somebody else. Going on signs that out and goes on as your account in the host that sent
      you.
    </p>
    <p>If you did not choose <em>Anonymize user</em> in your host just now, close this page.</p>
    ${formWith(carried, { button: 'Sign out and go on', instead: 'yes' })}
    <p><a href="/">Stay signed in</a></p>`;
  return sendPage(postingHere(reply), { title: 'You are signed in already', body });
}

/** Where several reviews that were begun together are. */
export function sendReviewsPage(reply: FastifyReply, reviews: readonly string[]): FastifyReply {
  const items = reviews.map((id, at) => html`<li><a href="/reviews/${id}">Person ${at + 1}</a></li>`);
  const body = html`<p>A review of each of them has begun. Nothing is changed before you confirm it, one by one.</p>
    <ol>
      ${items}
    </ol>`;
  return sendPage(reply, { title: 'Anonymize users', body });
}

/** Browsers say `Origin: null` for a form of a page that keeps its address to itself everywhere; here it may tell ourselves. */
function postingHere(reply: FastifyReply): FastifyReply {
  return reply.header('referrer-policy', 'same-origin');
}

function formWith({ ticket, token }: Carried, how: { readonly button: string; readonly instead?: string }): Markup {
  const { button, instead } = how;
  return html`<form id="entry" method="post" action="/entry/begin">
    <input type="hidden" name="csrf" value="${token}" />
    <input type="hidden" name="ticket" value="${ticket}" />
    ${instead === undefined ? undefined : html`<input type="hidden" name="instead" value="${instead}" />`}
    <button>${button}</button>
  </form>`;
}
