import { HostError, RuleError } from '@lethe/core';
import type { HostAccount, PersonId } from '@lethe/core';
import { originOf } from '../http/origin.ts';
import { Refusal } from '../http/refusal.ts';
import type { Work } from '../api/work.ts';
import { forgottenAt, isOfNow, isSigned, readWord } from './word.ts';
import type { SaidWord, Word } from './word.ts';

/** What a browser brought from a host's page. */
export interface Brought {
  readonly text: string;
  /** The origin of the page that posted it, as the browser says. */
  readonly origin: string | undefined;
}

/** Somebody a host vouches for, and whom they came to review. */
export interface Admitted {
  readonly from: HostAccount;
  readonly people: readonly PersonId[];
}

/**
 * Believes a host's word, if it is signed with a secret of that host, for this server, of now, posted by a page of that host, said
 * for the first time, and the host itself says that the account may, now. Throws `Refusal`, the same for whatever is wrong with it.
 */
export async function admit(work: Work, { text, origin }: Brought): Promise<Admitted> {
  const said = readWord(text);
  const why = said === undefined ? 'unreadable' : await faultOf(work, said, origin);
  if (said === undefined || why !== undefined) throw refused(work, said, why ?? 'unreadable');
  const { host, by, people } = said.word;
  const from = { host, account: by as PersonId };
  await requireAllowed(work, from);
  return { from, people: [...new Set(people)].map((id) => id as PersonId) };
}

type Fault = 'unreadable' | 'no-entry' | 'signature' | 'audience' | 'time' | 'origin' | 'used';

async function faultOf(
  { ground, desks }: Work,
  said: SaidWord,
  origin: string | undefined,
): Promise<Fault | undefined> {
  const { word } = said;
  const { store, clock, settings } = ground;
  const known = await store.api.entries.secretsOf(word.host);
  // An unknown host costs a signature as well.
  const isTrue = isSigned(said, known?.secrets ?? [ground.uuid()]);
  if (known === undefined || (await desks.hosts.find(word.host)) === undefined) return 'no-entry';
  if (!isTrue) return 'signature';
  if (word.audience !== originOf(settings.server)) return 'audience';
  if (!isOfNow(word, clock.now())) return 'time';
  // Else somebody could have another person's browser come in as themselves: a page of theirs cannot say it is the host's.
  if (origin !== known.origin) return 'origin';
  return (await isFirst(store, word)) ? undefined : 'used';
}

async function isFirst(store: Work['ground']['store'], word: Word): Promise<boolean> {
  return store.signIn.useOnce(JSON.stringify(['entry', word.host, word.nonce]), forgottenAt(word));
}

/** Says in the log what nobody is told: whoever tries learns nothing from one refusal or another. */
function refused({ ground }: Work, said: SaidWord | undefined, why: Fault): Refusal {
  const host = said === undefined || why === 'no-entry' || why === 'signature' ? 'unproven' : said.word.host;
  ground.log.warn({ why, host }, 'entry refused');
  return new Refusal('entry-refused');
}

async function requireAllowed({ desks, ground }: Work, from: HostAccount): Promise<void> {
  try {
    if ((await desks.agents.obstacles(from)).length === 0) return;
  } catch (error) {
    if (!(error instanceof HostError || error instanceof RuleError)) throw error;
    ground.log.warn({ host: from.host, why: 'host-silent' }, 'entry refused');
    throw error;
  }
  ground.log.warn({ host: from.host, why: 'not-allowed' }, 'entry refused');
  throw new Refusal('entry-not-allowed');
}
