import { Refusal } from './refusal.ts';
import type { App } from './routes.ts';

/** Refuses what no page and no table can hold: a NUL, half of a surrogate pair, in a value or in a name, at whatever depth. */
export function requireReadableText(app: App): void {
  app.addHook('preValidation', async ({ body }) => {
    if (!isReadable(body)) throw new Refusal('unreadable');
  });
}

/** Walks without calling itself: a body may be as deep as it is long. */
function isReadable(body: unknown): boolean {
  const waiting = [body];
  while (waiting.length > 0) {
    const value = waiting.pop();
    if (typeof value === 'string' && (value.includes('\0') || !value.isWellFormed())) return false;
    if (typeof value !== 'object' || value === null) continue;
    for (const [name, one] of Object.entries(value)) waiting.push(name, one);
  }
  return true;
}
