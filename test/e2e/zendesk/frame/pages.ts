import type { Zendesk } from '../../../../plugins/zendesk/test/fake/zendesk.ts';
import { each, shown } from './markup.ts';
import type { Standing } from './page/standing.ts';

const icons = {
  user: '<svg viewBox="0 0 20 20" fill="currentColor"><circle cx="10" cy="6" r="4"/><path d="M2 18c0-5 4-7 8-7s8 2 8 7z"/></svg>',
  ticket:
    '<svg viewBox="0 0 20 20" fill="currentColor"><path d="M2 5h16v3.5a1.5 1.5 0 0 0 0 3V15H2v-3.5a1.5 1.5 0 0 0 0-3z"/></svg>',
};

/** A page of the help desk with the app beside or in it. */
export interface Drawn {
  readonly tab: string;
  readonly middle: string;
}

/** The page around what is drawn, with all the page's own program needs to know. */
export function wholePage({ tab, middle }: Drawn, standing: Standing, agent: string): string {
  const current = (location: Standing['location']) => (standing.location === location ? ' aria-current="page"' : '');
  const facts = JSON.stringify(standing).replaceAll('<', String.raw`\u003c`);
  return `<!doctype html>
<html lang="en" data-scheme="${standing.colorScheme}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${shown(tab)}</title>
<link rel="icon" href="data:,"><link rel="stylesheet" href="/desk/page.css"></head>
<body>
<nav class="rail" aria-label="Help desk">
<a${current('ticket_sidebar')} href="#" aria-label="Tickets">${icons.ticket}</a>
<a${current('user_sidebar')} href="#" aria-label="Customers">${icons.user}</a>
<a${current('nav_bar')} href="/agent/apps/lethe" aria-label="Lethe"><img src="${standing.appAddress}/assets/icon_nav_bar.svg" alt="" width="20" style="filter:invert(1)"></a>
</nav>
<header class="tabs"><span>${shown(tab)}</span><span class="agent">${shown(agent)}</span></header>
${middle}
<script>window.standing = ${facts}</script><script src="/desk/page.js"></script>
</body></html>`;
}

function appPanel(address: string): string {
  return `<aside class="apps"><h2>Apps</h2><section class="app"><header><img src="${address}/assets/logo-small.png" alt="">Lethe</header><div id="app"></div></section></aside>`;
}

/** The page of a user: fields, tickets, the app. */
export function userPage(zendesk: Zendesk, id: number, appAddress: string): Drawn {
  const user = zendesk.user(id);
  const tickets = zendesk.tickets.where((ticket) => ticket.requester_id === id && ticket.deleted === 'no');
  const company = user.organization_id === null ? '' : zendesk.organizations.find(user.organization_id)?.name;
  const anonymizedAt = user.user_fields['anonymized_at'];
  const facts = (
    [
      ['Email', zendesk.addressOf(id)],
      ['Phone', user.phone],
      ['Organization', company],
      ['Notes', user.notes],
      ['Anonymized on', typeof anonymizedAt === 'string' ? anonymizedAt : ''],
    ] as const
  ).filter(([, value]) => value != null && value !== '');
  const middle = `<div class="columns">
<div class="side"><h1>${shown(user.name)}</h1><dl>${each(facts, ([name, value]) => `<dt>${shown(name)}</dt><dd>${shown(value)}</dd>`)}</dl></div>
<div class="middle"><h1>Tickets (${tickets.length})</h1><table><thead><tr><th>ID</th><th>Subject</th><th>Status</th></tr></thead><tbody>
${each(tickets, ({ id: number, subject, status }) => `<tr><td>#${number}</td><td><a href="/agent/tickets/${number}">${shown(subject)}</a></td><td>${status}</td></tr>`)}
</tbody></table></div>
${appPanel(appAddress)}</div>`;
  return { tab: user.name, middle };
}

/** The page of a ticket: requester, conversation, the app. */
export function ticketPage(zendesk: Zendesk, id: number, appAddress: string): Drawn {
  const ticket = zendesk.ticket(id);
  const nameOf = (user: number) => zendesk.users.find(user)?.name ?? '';
  const talk = each(
    zendesk.commentsOf(id),
    (comment) =>
      `<li${comment.public ? '' : ' class="internal"'}><strong>${shown(nameOf(comment.author_id))}<small>${shown(comment.created_at)}</small></strong>${comment.html_body}</li>`,
  );
  const middle = `<div class="columns">
<div class="side"><dl><dt>Requester</dt><dd>${shown(nameOf(ticket.requester_id))}</dd>
<dt>CCs</dt><dd>${shown(ticket.email_cc_ids.map(nameOf).join(', '))}</dd><dt>Status</dt><dd>${ticket.status}</dd></dl></div>
<div class="middle"><h1>${shown(ticket.subject)}</h1><ul class="talk">${talk}</ul></div>
${appPanel(appAddress)}</div>`;
  return { tab: `#${id} ${ticket.subject ?? ''}`, middle };
}

/** The app on a page of its own. */
export function appPage(): Drawn {
  return { tab: 'Lethe', middle: '<main class="whole" id="app"></main>' };
}
