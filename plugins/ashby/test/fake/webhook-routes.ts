import { notFound, textIn } from './answer.ts';
import type { Ashby } from './ashby.ts';
import type { Webhook } from './records.ts';
import type { Route } from './route.ts';

/** Where Ashby is told to tell of what happens. */
export function webhookRoutes(ashby: Ashby): readonly Route[] {
  const { webhooks } = ashby;
  const writing = (endpoint: string, answer: Route['answer']): Route => ({ endpoint, isWrite: true, answer });
  const named = (body: unknown): Webhook => {
    const found = webhooks.find(textIn(body, 'webhookId'));
    if (found === undefined) throw notFound('webhook');
    return found;
  };
  const shape = (webhook: Webhook): object => ({ ...webhook, enabled: true });
  return [
    writing('webhook.create', (body) => {
      const number = String(webhooks.all().length + 1).padStart(12, '0');
      const [webhookType, requestUrl] = [textIn(body, 'webhookType'), textIn(body, 'requestUrl')];
      const secretToken = textIn(body, 'secretToken');
      const id = `ba000000-0000-4000-8000-${number}`;
      return { results: shape(webhooks.put({ id, webhookType, requestUrl, secretToken })) };
    }),
    { endpoint: 'webhook.info', isWrite: false, answer: (body) => ({ results: shape(named(body)) }) },
    writing('webhook.update', (body) => {
      const { id } = named(body);
      return { results: shape(webhooks.update(id, { requestUrl: textIn(body, 'requestUrl') })) };
    }),
    writing('webhook.delete', (body) => {
      const { id } = named(body);
      webhooks.delete(id);
      return { results: { webhookId: id } };
    }),
  ];
}
