import { z } from 'zod';
import { ask, ifThere } from '../../ask.ts';
import type { Line } from '../../ask.ts';
import type { BrowserParts } from './browser-parts.ts';

/** A note is good for so long: an account changes its language once in years. */
const GOOD_FOR = 24 * 60 * 60_000;

const localesSchema = z.object({
  locales: z.array(z.object({ locale: z.string(), default: z.boolean().nullish().catch(null) })),
});
const noteSchema = z.object({ locale: z.string().optional(), at: z.number() });

/** Where it is asked and noted. */
export interface Asking {
  readonly line: Line;
  readonly notes: BrowserParts['notes'];
  /** Names the note: one an account. */
  readonly account: string;
}

/**
 * The account's own language, the same for all its agents; nothing where Zendesk does not say. Asked once a day. Throws
 * `HostError` when it cannot be asked: a guess would change the word agents type.
 * https://developer.zendesk.com/api-reference/ticketing/account-configuration/locales/
 */
export async function accountLocale({ line, notes, account }: Asking): Promise<string | undefined> {
  const name = `${account} locale`;
  const now = line.clock.now().getTime();
  const note = noteIn(notes.getItem(name));
  if (note !== undefined && now - note.at < GOOD_FOR) return note.locale;
  const call = { what: "read the account's language", method: 'GET', path: '/api/v2/locales' } as const;
  const answer = await ifThere(ask(line, call, localesSchema), 'not-permitted');
  const locale = answer?.locales.find((one) => one.default === true)?.locale;
  notes.setItem(name, JSON.stringify({ locale, at: now }));
  return locale;
}

function noteIn(text: string | null): z.output<typeof noteSchema> | undefined {
  try {
    return noteSchema.parse(JSON.parse(text ?? ''));
  } catch {
    return undefined;
  }
}
