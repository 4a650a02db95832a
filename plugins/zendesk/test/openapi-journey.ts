import { virtualClock } from '@lethe/core/testing';
import { at, each } from './fake/opened.ts';
import type { Reply } from './fake/opened.ts';
import { routesOf } from './fake/routes.ts';
import { Seed, adminToken } from './fake/seed.ts';
import { FakeZendesk } from './fake/server.ts';
import type { Exchange } from './fake/server.ts';

/** All calls of a journey with their answers, and the endpoints of the fake nobody asked. */
export interface Journey {
  readonly exchanges: readonly Exchange[];
  readonly unvisited: readonly string[];
}

type Ask = (method: string, path: string, body?: unknown) => Promise<Reply>;

/** Asks every endpoint of the fake at least once, as Lethe does, and is refused a few times. */
export async function travelled(): Promise<Journey> {
  const exchanges: Exchange[] = [];
  const clock = virtualClock();
  const seed = new Seed(clock);
  seed.zendesk.configure({ customObjects: ['lethe_anonymization'] });
  const places = settled(seed);
  const fake = await FakeZendesk.start(seed.zendesk, { watch: (exchange) => exchanges.push(exchange) });
  const ask: Ask = async (method, path, body) => {
    const response = await fetch(fake.address + path, {
      ...{
        method,
        redirect: 'manual',
        headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${adminToken}` },
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, json: text === '' ? undefined : JSON.parse(text) };
  };
  try {
    await ask('POST', '/oauth/tokens', {
      grant_type: 'client_credentials',
      client_id: 'server',
      client_secret: 'known',
      scope: 'read',
    });
    await asked(ask, places, seed);
    const later = (): Promise<void> => clock.wait(5000);
    await changed(ask, places, later);
    await beside(ask, places);
    await ended(ask, places, later);
  } finally {
    await fake.close();
  }
  return { exchanges, unvisited: unvisitedBy(seed, exchanges) };
}

interface Places {
  readonly user: number;
  readonly agent: number;
  readonly ticket: number;
  readonly closed: number;
  readonly role: number;
  readonly chat: string;
  readonly post: number;
  readonly postComment: number;
  readonly articleComment: number;
  readonly vote: number;
  readonly subscription: number;
  readonly suspended: number;
}

function settled(seed: Seed): Places {
  const fields = { remark: 'calls at noon' };
  const contact = { emails: ['zoe@quill.test', 'z@home.test'], phones: ['+44 20 7946 0958'], external_id: 'erp-7' };
  const others = [{ type: 'twitter', value: 'zoe_a' }] as const;
  const user = seed.user({
    name: 'Zoë',
    ...contact,
    others,
    company: 'Quill',
    fields,
    picture: 'zoe.jpg',
    tags: ['vip'],
  });
  const role = seed.role('Privacy', {}, true);
  const agent = seed.user({ name: 'Bo', emails: ['bo@helpdesk.test'], role: 'agent', custom_role_id: role });
  seed.group('Privacy', [seed.admin, agent]);
  seed.session(user);
  seed.client('server', { secret: 'known' });
  const mail = {
    channel: 'email',
    from: { address: 'zoe@quill.test', name: 'Zoë', original_recipients: ['support@helpdesk.test'] },
  };
  const files = [
    { name: 'id.png', inside: 'scan', inline: true, type: 'image/png' },
    { name: 'cv.txt', inside: 'me' },
  ];
  const html = '<div class="zd-comment"><p>I am <b>Zoë</b></p><img src="https://invented.zendesk.test/a.png"></div>';
  const ticket = seed.ticket({
    ...{ by: user, subject: 'Lift', via: mail, fields: { Contact: 'Zoë' }, assignee_id: agent, external_id: 'erp-1' },
    ...{
      email_cc_ids: [user],
      follower_ids: [agent],
      tags: ['lift'],
      satisfaction_rating: { score: 'good', comment: 'thanks' },
    },
    comments: [
      { by: user, html, files },
      { by: agent, text: 'Hello Zoë', public: false },
    ],
  });
  const closed = seed.ticket({ by: user, subject: 'Old', status: 'closed', comments: [{ by: user, text: 'old' }] });
  seed.changed(ticket, { by: agent, field_name: 'subject', previous_value: 'Lift of Zoë', value: 'Lift' });
  seed.sideConversation(ticket, {
    subject: 'Zoë',
    participants: [{ email: 'a@b.test' }],
    events: [{ message: 'hi', from: 'a@b.test' }],
  });
  seed.trigger();
  return {
    ...{ user, agent, ticket, closed, role },
    chat: seed.chat(closed, user, {
      lines: [
        { by: user, text: 'it is me' },
        { by: user, name: 'id.png', inside: 'x' },
      ],
    }),
    post: seed.helpText(user, { kind: 'post', title: 'Hi', body: 'I am Zoë' }),
    postComment: seed.helpText(user, { kind: 'post-comment', body: 'I am Zoë' }),
    articleComment: seed.helpText(user, { kind: 'article-comment', body: 'I am Zoë' }),
    vote: seed.helpMark(user, { kind: 'vote' }),
    subscription: seed.helpMark(user, { kind: 'subscription', content_type: 'Post', content_id: 1 }),
    suspended: seed.suspendedTicket({
      author: { id: user, name: 'Zoë', email: 'zoe@quill.test' },
      subject: 'Re',
      content: 'x',
    }),
  };
}

/** What is only read. */
async function asked(ask: Ask, { user, agent, ticket, role }: Places, seed: Seed): Promise<void> {
  const [u, t] = [`/api/v2/users/${String(user)}`, `/api/v2/tickets/${String(ticket)}`];
  const pages = 'page[size]=100';
  for (const path of [
    ...[
      '/api/v2/users/me.json',
      '/api/v2/account/settings.json',
      '/api/v2/custom_roles',
      `/api/v2/custom_roles/${String(role)}.json`,
    ],
    ...[
      `/api/v2/users?role=admin&${pages}`,
      '/api/v2/users/search?query=zoe%40quill.test',
      '/api/v2/users/search?external_id=erp-7',
    ],
    ...[`/api/v2/users/show_many?ids=${String(user)},${String(agent)}`, `${u}.json?include=identities,organizations`],
    ...[`${u}/identities?${pages}`, `${u}/related`, `${u}/sessions.json`, `${u}/compliance_deletion_statuses`],
    ...[
      `${u}/organization_memberships?${pages}`,
      `/api/v2/users/${String(agent)}/groups?${pages}`,
      `/api/v2/groups?${pages}`,
    ],
    ...[
      `/api/v2/users/${String(agent)}/group_memberships`,
      '/api/v2/group_memberships',
      `/api/v2/ticket_fields?${pages}`,
      '/api/v2/user_fields',
    ],
    ...['requested', 'ccd', 'followed', 'assigned'].map((list) => `${u}/tickets/${list}?${pages}&include=users`),
    ...[`/api/v2/tickets?${pages}`, `/api/v2/tickets/show_many?ids=${String(ticket)}&include=users`, `${t}.json`],
    ...[`${t}/comments?${pages}&include_inline_images=true&include=users`, `${t}/audits?${pages}`, `${t}/audits`],
    ...[`${t}/email_ccs`, `${t}/followers`, `${t}/collaborators`, `${t}/side_conversations?include=events`],
    ...[
      '/api/v2/search?query=type%3Auser%20zoe',
      '/api/v2/search/count?query=zoe',
      `/api/v2/suspended_tickets?${pages}`,
    ],
    `/api/v2/search/export?filter[type]=ticket&query=%22zoe%40quill.test%22&${pages}`,
    ...['/api/v2/search/export?query=x', '/api/v2/tickets/999', '/api/v2/deleted_users', '/api/v2/deleted_tickets'],
  ])
    await ask('GET', path);
  const [first] = seed.zendesk.identitiesOf(user);
  await ask('GET', `${u}/identities/${String(first?.id)}.json`);
}

/** What is written on tickets. */
async function changed(ask: Ask, { user, ticket, closed, chat }: Places, later: () => Promise<void>): Promise<void> {
  const t = `/api/v2/tickets/${String(ticket)}`;
  const comments = await ask('GET', `${t}/comments?include_inline_images=true`);
  const [comment, note] = each(comments, 'comments', 'id').map(String);
  const redact = `/api/v2/comment_redactions/${comment ?? ''}.json`;
  const html_body = String(at(comments.json, 'comments.0.html_body'))
    .replace('Zoë', '<redact>Zoë</redact>')
    .replace('.png">', '.png" redact>');
  const files = [at(comments.json, 'comments.0.attachments.0.content_url')];
  await ask('PUT', redact, { ticket_id: ticket, html_body, external_attachment_urls: files });
  await ask('PUT', redact, { ticket_id: ticket, html_body: 'other' });
  const file = String(at(comments.json, 'comments.0.attachments.1.id'));
  await ask('PUT', `${t}/comments/${comment ?? ''}/attachments/${file}/redact.json`);
  await ask('PUT', `${t}/comments/${note ?? ''}/redact.json`, { text: 'Zoë' });
  await ask('PUT', `/api/v2/chat_redactions/${String(closed)}.json`, {
    chat_id: chat,
    chat_index: 0,
    text: 'it is <redact>me</redact>',
  });
  await ask('PUT', `/api/v2/chat_file_redactions/${String(closed)}.json`, { chat_id: chat, chat_indexes: [1] });
  await ask('PUT', `${t}.json`, { ticket: { subject: 'Lift again' } });
  const email_ccs = [{ user_id: user, action: 'delete' }];
  const changes = [
    { id: ticket, subject: 'Anonymized', external_id: null, email_ccs },
    { id: closed, subject: 'Anonymized' },
  ];
  const job = await ask('PUT', '/api/v2/tickets/update_many.json', { tickets: changes });
  const key = String(at(job.json, 'job_status.id'));
  await ask('PUT', `/api/v2/tickets/update_many.json?ids=${String(closed)}`, {
    ticket: { additional_tags: ['anonymized'] },
  });
  await ask('GET', `/api/v2/job_statuses/show_many.json?ids=${key}`);
  await later();
  await ask('GET', `/api/v2/job_statuses/${key}.json`);
  await ask('GET', `${t}/audits`);
}

/** What stands beside tickets: suspended mail, Help Center, records. */
async function beside(ask: Ask, places: Places): Promise<void> {
  const { user, post, postComment, articleComment, vote, subscription, suspended } = places;
  await ask('DELETE', `/api/v2/suspended_tickets/destroy_many.json?ids=${String(suspended)}`);
  const community = `/api/v2/community/users/${String(user)}`;
  const guide = `/api/v2/help_center/users/${String(user)}`;
  for (const path of [
    `${community}/posts`,
    `${community}/comments`,
    `${guide}/comments`,
    `${guide}/votes`,
    `${guide}/subscriptions`,
  ])
    await ask('GET', `${path}.json?page[size]=100`);
  const texts: readonly [string, unknown][] = [
    [`community/posts/1/comments/${String(postComment)}`, { comment: { body: 'Anonymized' } }],
    [`help_center/en-us/articles/1/comments/${String(articleComment)}`, { comment: { body: 'Anonymized' } }],
    [`community/posts/${String(post)}`, { post: { title: 'Anonymized', details: '' } }],
  ];
  for (const [path, body] of texts) {
    await ask('GET', `/api/v2/${path}.json`);
    await ask('PUT', `/api/v2/${path}.json`, body);
    await ask('DELETE', `/api/v2/${path}.json`);
  }
  await ask('DELETE', `/api/v2/community/posts/1/subscriptions/${String(subscription)}.json`);
  await ask('DELETE', `/api/v2/help_center/votes/${String(vote)}.json`);
  await recorded(ask);
}

async function recorded(ask: Ask): Promise<void> {
  const base = '/api/v2/custom_objects/lethe_anonymization/records';
  const record = (name: string): unknown => ({
    custom_object_record: { name, custom_object_fields: { kind: 'lock' } },
  });
  const made = await ask('POST', base, {
    custom_object_record: { name: 'lock-7', external_id: 'lock-7', custom_object_fields: { run: 'a' } },
  });
  const id = String(at(made.json, 'custom_object_record.id'));
  await ask('PATCH', `${base}?external_id=lock-8`, record('lock-8'));
  await ask('GET', `${base}?filter[external_ids]=lock-7&page[size]=100`);
  await ask('GET', `${base}?sort=-updated_at&page[size]=100`);
  await ask('GET', `${base}/search?query=lock`);
  await ask('GET', `${base}/${id}`);
  await ask('PATCH', `${base}/${id}`, record('lock-7'));
  await ask('DELETE', `${base}/${id}`);
  await ask('DELETE', `${base}?external_id=lock-8`);
}

/** The person, and what deletes. */
async function ended(ask: Ask, { user, ticket, closed }: Places, later: () => Promise<void>): Promise<void> {
  const u = `/api/v2/users/${String(user)}`;
  await ask('DELETE', `${u}/sessions.json`);
  const texts = {
    name: 'Anonymized',
    alias: '',
    phone: '',
    notes: '',
    details: '',
    signature: '',
    external_id: null,
    tags: [],
  };
  const user_fields = { remark: null };
  await ask('PUT', `${u}.json`, {
    user: { ...texts, user_fields, photo: null, remote_photo_url: '', suspended: true },
  });
  await ask('PUT', `${u}.json`, { user: { name: '' } });
  const added = await ask('POST', `${u}/identities.json`, { identity: { type: 'email', value: 'other@quill.test' } });
  await ask('PUT', `${u}/identities/${String(at(added.json, 'identity.id'))}/make_primary.json`);
  const identities = await ask('GET', `${u}/identities`);
  const [first, ...others] = each(identities, 'identities', 'id').map(String);
  await ask('PUT', `${u}/identities/${first ?? ''}.json`, {
    identity: { value: 'anonymized-1@anonymized.invalid', verified: true },
  });
  for (const one of others) await ask('DELETE', `${u}/identities/${one}.json`);
  const memberships = await ask('GET', `${u}/organization_memberships`);
  await ask(
    'DELETE',
    `/api/v2/organization_memberships/${String(at(memberships.json, 'organization_memberships.0.id'))}.json`,
  );
  await ask('DELETE', `/api/v2/tickets/destroy_many.json?ids=${String(closed)}`);
  await later();
  await ask('DELETE', `/api/v2/deleted_tickets/destroy_many.json?ids=${String(closed)}`);
  await later();
  await ask('DELETE', `/api/v2/users/destroy_many.json?ids=${String(user)}`);
  await later();
  await ask('DELETE', `/api/v2/tickets/${String(ticket)}.json`);
  await ask('GET', '/api/v2/deleted_tickets?page[size]=100');
  await ask('DELETE', `${u}.json`);
  await ask('GET', '/api/v2/deleted_users?page[size]=100');
  await ask('GET', `/api/v2/deleted_users/${String(user)}.json`);
  await ask('DELETE', `/api/v2/deleted_users/${String(user)}.json`);
  await ask('GET', `${u}/compliance_deletion_statuses.json`);
}

function unvisitedBy(seed: Seed, exchanges: readonly Exchange[]): string[] {
  const pathOf = (url: string): string => new URL(url, 'http://zendesk.test').pathname.replace(/\.json$/, '');
  return routesOf(seed.zendesk)
    .filter(
      ({ method, path }) =>
        !exchanges.some((one) => one.method === method && one.status < 400 && path.test(pathOf(one.url))),
    )
    .map(({ method, path }) => `${method} ${path.source}`);
}
