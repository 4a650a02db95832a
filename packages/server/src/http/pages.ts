import type { FastifyReply } from 'fastify';
import { z } from 'zod';

/** Markup of ours. Only `html` makes it, and whatever is put into it is text. */
export interface Markup {
  readonly markup: string;
}

type Part = string | number | Markup | readonly Markup[] | undefined;

/** Builds markup; every value that is not markup itself is escaped, in text and in quoted attributes alike. */
export function html(texts: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return { markup: texts.map((text, at) => text + (at < parts.length ? escaped(parts[at]) : '')).join('') };
}

function escaped(part: Part): string {
  if (part === undefined) return '';
  if (typeof part === 'number') return String(part);
  if (typeof part === 'string') return part.replace(/[&<>"'`]/g, (sign) => `&#${String(sign.charCodeAt(0))};`);
  return 'markup' in part ? part.markup : part.map(({ markup }) => markup).join('');
}

/** The schema of a route that answers with a page. */
export const pageSchema = { response: { 200: { content: { 'text/html': { schema: z.string() } } } } };

/** A page in plain HTML without a script. */
export interface Page {
  readonly title: string;
  readonly status?: number;
  readonly body: Markup;
}

const style =
  'body{font:16px/1.5 system-ui,sans-serif;max-width:34rem;margin:3rem auto;padding:0 1rem;color:#1c1c1c;background:#fff}' +
  'button{font:inherit;margin-top:1rem;padding:.5rem 1rem}.problem{border-left:.25rem solid #b00020;padding-left:1rem}';

/** Answers with a page; its only style is allowed by the nonce of this answer. */
export function sendPage(reply: FastifyReply, { title, status = 200, body }: Page): FastifyReply {
  const page = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} · Lethe</title>
        <style nonce="${reply.cspNonce.style}">
          ${{ markup: style }}
        </style>
      </head>
      <body>
        <h1>${title}</h1>
        ${body}
      </body>
    </html> `;
  return reply.code(status).type('text/html; charset=utf-8').serializer(asItIs).send(page.markup);
}

function asItIs(text: string): string {
  return text;
}
