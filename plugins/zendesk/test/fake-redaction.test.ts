import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { bodyOf, plainOf } from './fake/comment-text.ts';
import { escaped } from './fake/html-tokens.ts';
import { at, each, withZendesk } from './fake/opened.ts';
import type { Opened, Reply, SettingUp } from './fake/opened.ts';
import { commentKinds } from './fake/records.ts';
import { redacted, unmarked } from './fake/redacting.ts';
import type { NewComment, NewTicket } from './fake/seed.ts';

const html = '<div class="zd-comment">Call <b>Zoë</b> on <a href="tel:555">555</a></div>';
const marked =
  '<div class="zd-comment">Call <b><redact>Zoë</redact></b> on <a href="tel:555" redact><redact>555</redact></a></div>';
const left = '<div class="zd-comment">Call <b>▇▇▇</b> on ▇▇▇</div>';

/** A ticket with one comment, and a way to redact it. */
interface Scene extends Opened {
  readonly ticket: number;
  readonly comment: number;
  readonly urls: readonly string[];
  readonly redact: (body: Readonly<Record<string, unknown>>, token?: string) => Promise<Reply>;
}

function withComment(
  act: (scene: Scene) => Promise<void>,
  {
    comment = {},
    ticket = {},
    ...setup
  }: SettingUp & { readonly comment?: Partial<NewComment>; readonly ticket?: Partial<NewTicket> } = {},
): Promise<void> {
  return withZendesk(async (opened) => {
    const by = opened.seed.user({ name: 'Zoë', emails: ['zoe@quill.test'] });
    const id = opened.seed.ticket({ by, subject: 'Call', ...ticket, comments: [{ by, html, ...comment }] });
    const [first] = opened.seed.zendesk.commentsOf(id);
    const number = first?.id ?? 0;
    const urls = opened.seed.zendesk.attachmentsOf(number).map(({ content_url }) => content_url);
    const redact: Scene['redact'] = (body, token) =>
      opened.ask('PUT', `/api/v2/comment_redactions/${String(number)}.json`, {
        body: { ticket_id: id, ...body },
        ...(token === undefined ? {} : { token }),
      });
    await act({ ...opened, ticket: id, comment: number, urls, redact });
  }, setup);
}

describe('the marks of a redaction', () => {
  it.each([
    ['a stretch', 'a <redact>bcd</redact> e', 'a ▇▇▇ e'],
    ['an entity is one character', '<redact>j&#64;x &amp; y</redact>', '▇▇▇▇▇▇▇'],
    ['a character beyond 16 bits is one character', '<redact>😀</redact>', '▇'],
    ['lines stay lines', '<redact>a\nb</redact>', '▇\n▇'],
    ['tags between marks stay', '<redact>a<i>b</i></redact>', '▇<i>▇</i>'],
    ['a flag takes the tag and leaves what is inside', '<a href="x" redact>in</a>', 'in'],
    ['a flag on an outer element leaves inner ones', '<p redact>a<p>b</p>c</p>', 'a<p>b</p>c'],
    ['a flag on a picture takes it', 'a<img src="x" redact>b', 'ab'],
    ['a flag within a value is none', '<a title="a redact b">in</a>', '<a title="a redact b">in</a>'],
  ])('%s', (_, given, expected) => {
    expect(redacted(given)).toBe(expected);
  });

  it.each(['<redact>a', 'a</redact>', '</redact>a<redact>'])('do not pair up in %s', (given) => {
    expect(redacted(given)).toBeUndefined();
  });

  it('leave as many signs as there were characters, wherever they stand', () => {
    const text = fc.string({ unit: 'grapheme' }).map((one) => one.replaceAll(/[\r\n▇]/g, ''));
    fc.assert(
      fc.property(text, text, text, (before, inside, after) => {
        const given = `<p>${escaped(before)}<redact>${escaped(inside)}</redact>${escaped(after)}</p>`;
        expect(redacted(given)).toBe(`<p>${escaped(before)}${'▇'.repeat([...inside].length)}${escaped(after)}</p>`);
        expect(unmarked(given)).toBe(`<p>${escaped(before + inside + after)}</p>`);
      }),
    );
  });
});

describe('a redaction of the fake', () => {
  it('blanks the marked characters in all three forms, and a link only with its flag', async () => {
    await withComment(async ({ redact }) => {
      const { status, json } = await redact({ html_body: marked });
      expect(status).toBe(200);
      expect(at(json, 'comment')).toMatchObject({
        html_body: left,
        plain_body: 'Call ▇▇▇ on ▇▇▇',
        body: 'Call ▇▇▇ on ▇▇▇',
      });
    });
    const unflagged = marked.replace(' redact>', '>');
    expect(bodyOf(redacted(unflagged) ?? '')).toBe('Call ▇▇▇ on [▇▇▇](tel:555)');
    expect(plainOf(redacted(unflagged) ?? '')).toBe('Call ▇▇▇ on ▇▇▇');
  });

  it.each([
    ['closed', { status: 'closed' }],
    ['archived', { archived: true }],
  ] as const)('works on %s tickets', async (_, ticket) => {
    await withComment(
      async ({ redact }) => {
        expect((await redact({ html_body: marked })).status).toBe(200);
      },
      { ticket },
    );
  });

  it('may be made again', async () => {
    await withComment(async ({ redact }) => {
      await redact({ html_body: marked });
      const again = left.replaceAll('▇▇▇', '<redact>▇▇▇</redact>');
      expect(at((await redact({ html_body: again })).json, 'comment.html_body')).toBe(left);
    });
  });

  const refused: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
    'a body that is not the stored one': { html_body: marked.replace('Call', 'Ring') },
    'a body whose marks do not pair up': { html_body: html.replace('Zoë', '<redact>Zoë') },
    'a flag that is written as a value': { html_body: marked.replace(' redact>', ' redact="">') },
    'plain text': { html_body: '<redact>Call Zoë on 555</redact>' },
    nothing: {},
    'no number of a ticket': { ticket_id: undefined, html_body: marked },
    'a file that is not there': { external_attachment_urls: ['https://invented.zendesk.test/x'] },
  };
  it.each(Object.entries(refused))('is refused with %s', async (_, body) => {
    await withComment(async ({ redact, seed, comment }) => {
      expect((await redact(body)).status).toBe(422);
      expect(seed.zendesk.comments.get(comment).html_body).toBe(html);
    });
  });

  it('is refused with the number of another ticket', async () => {
    await withComment(async ({ redact, seed }) => {
      const other = seed.ticket({ by: seed.admin, subject: 'Other', comments: [{ by: seed.admin, text: 'x' }] });
      expect((await redact({ ticket_id: other, html_body: marked })).status).toBe(404);
    });
  });

  it.each(commentKinds.filter((kind) => kind !== 'ordinary'))(
    'does not work on comments of the kind %s',
    async (kind) => {
      await withComment(
        async ({ redact }) => {
          expect((await redact({ html_body: marked })).status).toBe(422);
        },
        { comment: { kind } },
      );
    },
  );

  it.each([
    ['sms', undefined],
    ['mobile_sdk', undefined],
    ['any_channel', undefined],
    ['slack', undefined],
    ['answer_bot_api', undefined],
    ['web', 'merge'],
  ])('does not work on what came by %s (%s)', async (channel, rel) => {
    await withComment(
      async ({ redact }) => {
        expect((await redact({ html_body: marked })).status).toBe(422);
      },
      { comment: { via: { channel, ...(rel === undefined ? {} : { rel }) } } },
    );
  });

  it('empties files, seventy-five in one call and no more', async () => {
    const files = Array.from({ length: 76 }, (_, place) => ({ name: `${String(place)}.txt`, inside: 'scan' }));
    await withComment(
      async ({ redact, seed, urls, comment }) => {
        expect((await redact({ external_attachment_urls: urls })).status).toBe(422);
        const { json } = await redact({ html_body: marked, external_attachment_urls: urls.slice(0, 75) });
        expect(at(json, 'comment.html_body')).toBe(left);
        const [first, ...others] = seed.zendesk.attachmentsOf(comment);
        expect(first).toMatchObject({ file_name: 'redacted.txt', size: 0, inside: '' });
        expect(first?.content_url).not.toContain('0.txt');
        expect(others.at(-1)).toMatchObject({ file_name: '75.txt', inside: 'scan' });
      },
      { comment: { files } },
    );
  });

  it('tags the ticket, hides the original, is an update, and stands in the audit without the text', async () => {
    await withComment(
      async ({ redact, seed, ticket, comment, urls, ask }) => {
        const before = seed.zendesk.tickets.get(ticket).updated_at;
        await redact({ html_body: marked, external_attachment_urls: urls });
        const { tags, original_hidden, updated_at } = seed.zendesk.tickets.get(ticket);
        expect({ tags, original_hidden }).toEqual({ tags: ['redacted_content'], original_hidden: true });
        expect(Date.parse(updated_at)).toBeGreaterThan(Date.parse(before));
        const audits = await ask('GET', `/api/v2/tickets/${String(ticket)}/audits`);
        expect(each(audits, 'audits', 'events').at(-1)).toMatchObject([
          { type: 'CommentRedactionEvent', comment_id: comment },
          { type: 'AttachmentRedactionEvent', comment_id: comment },
          { type: 'Change', field_name: 'tags', value: ['redacted_content'], previous_value: [] },
        ]);
        expect(JSON.stringify(audits.json)).not.toContain('Call <b>Zoë');
      },
      { comment: { files: [{ name: 'a.txt' }] } },
    );
  });

  it('scrubs the mail as it came in, some time later', async () => {
    await withComment(
      async ({ redact, seed, comment, fake, later }) => {
        await redact({ html_body: marked });
        fake.settle();
        expect(seed.zendesk.comments.get(comment).original).toContain('Zoë');
        await later(60);
        fake.settle();
        expect(seed.zendesk.comments.get(comment).original).not.toContain('Zoë');
      },
      { comment: { via: { channel: 'email' } }, account: { scrubSeconds: 60 } },
    );
  });

  it('fires triggers that mail the requester, unless their tag is on the ticket', async () => {
    await withComment(async ({ redact, seed, ticket, ask }) => {
      seed.trigger();
      seed.trigger({ unlessTag: 'redacted_content' });
      await redact({ html_body: marked });
      expect(seed.zendesk.outbox).toEqual([
        { to: ['zoe@quill.test'], subject: 'Re: Call', text: 'Your request was updated.\nCall ▇▇▇ on ▇▇▇' },
      ]);
      const audits = await ask('GET', `/api/v2/tickets/${String(ticket)}/audits`);
      expect(each(audits, 'audits', 'events').at(-1)).toMatchObject([{ type: 'Notification', subject: 'Re: Call' }]);
    });
  });

  it('needs the agent workspace', async () => {
    await withComment(
      async ({ redact }) => {
        expect((await redact({ html_body: marked })).status).toBe(403);
      },
      { account: { agentWorkspace: false } },
    );
  });

  it.each([
    ['an agent of an account that lets agents delete', { account: { ticketDeletion: true } }, 200],
    ['an agent of an account that does not', { account: { ticketDeletion: false } }, 403],
  ])('is for %s', async (_, setup, status) => {
    await withComment(async ({ redact, seed }) => {
      seed.token(seed.user({ name: 'Bo', role: 'agent' }), 'agent');
      expect((await redact({ html_body: marked }, 'agent')).status).toBe(status);
    }, setup);
  });

  it.each([
    [true, 200],
    [false, 403],
  ])('goes by the right of a role, not by the account: %s', async (may, status) => {
    await withComment(
      async ({ redact, seed }) => {
        seed.token(seed.user({ name: 'Bo', role: 'agent', custom_role_id: seed.role('Own', {}, may) }), 'agent');
        expect((await redact({ html_body: marked }, 'agent')).status).toBe(status);
      },
      { account: { ticketDeletion: !may } },
    );
  });

  it('is not for people outside', async () => {
    await withComment(async ({ redact, seed }) => {
      seed.token(seed.user({ name: 'Ida' }), 'outside');
      expect((await redact({ html_body: marked }, 'outside')).status).toBe(403);
    });
  });
});

describe('the older ways to redact', () => {
  it('work on open tickets and on no closed one', async () => {
    for (const status of ['open', 'closed'] as const) {
      await withComment(
        async ({ ask, seed, ticket, comment }) => {
          const path = `/api/v2/tickets/${String(ticket)}/comments/${String(comment)}`;
          const [file] = seed.zendesk.attachmentsOf(comment);
          const text = await ask('PUT', `${path}/redact.json`, { body: { text: 'Zoë' } });
          const files = await ask('PUT', `${path}/attachments/${String(file?.id)}/redact.json`);
          expect([text.status, files.status]).toEqual(status === 'open' ? [200, 200] : [422, 422]);
          expect(seed.zendesk.comments.get(comment).html_body.includes('Zoë')).toBe(status === 'closed');
          expect(seed.zendesk.attachments.get(file?.id ?? 0).file_name).toBe(
            status === 'open' ? 'redacted.txt' : 'a.txt',
          );
        },
        { ticket: { status }, comment: { files: [{ name: 'a.txt' }] } },
      );
    }
  });
});

describe('a chat of the fake', () => {
  it('is redacted line by line once it has ended, if the text is what was said', async () => {
    await withComment(async ({ ask, seed, ticket }) => {
      const by = seed.admin;
      const active = seed.chat(ticket, by, { lines: [{ by, text: 'it is me' }], ended: false });
      const chat = seed.chat(ticket, by, {
        lines: [
          { by, text: 'it is me' },
          { by, name: 'id.png', inside: 'scan' },
        ],
      });
      const line = (body: unknown): Promise<Reply> => ask('PUT', `/api/v2/chat_redactions/${String(ticket)}`, { body });
      const file = (body: unknown): Promise<Reply> =>
        ask('PUT', `/api/v2/chat_file_redactions/${String(ticket)}`, { body });
      const text = 'it is <redact>me</redact>';
      expect((await line({ chat_id: active, chat_index: 0, text })).status).toBe(422);
      expect((await line({ chat_id: chat, chat_index: 0, text: 'it was <redact>me</redact>' })).status).toBe(422);
      expect((await line({ chat_id: chat, chat_index: 1, text })).status).toBe(404);
      expect((await line({ chat_id: 'none', chat_index: 0, text })).status).toBe(404);
      expect(at((await line({ chat_id: chat, chat_index: 0, text })).json, 'chat_event.value.history.0.message')).toBe(
        'it is ▇▇',
      );
      const emptied = await file({ chat_id: chat, chat_indexes: [1] });
      expect(at(emptied.json, 'chat_event.value.history.1.filename')).toBe('redacted.txt');
      expect(JSON.stringify(seed.zendesk.audits.all())).not.toContain('scan');
      expect((await file({ chat_id: chat, chat_indexes: [0] })).status).toBe(404);
    });
  });
});
