import { castFrom, plain } from '../shared/cast.ts';
import type { Cast } from '../shared/cast.ts';
import { randomFrom } from '../shared/random.ts';
import { wordsFrom } from '../shared/words.ts';
import type { Words } from '../shared/words.ts';
import { playHerTickets } from './her-tickets.ts';
import type { HerTickets } from './her-tickets.ts';
import { runInside } from './inside.ts';
import { playOthersTickets } from './others-tickets.ts';
import type { OthersTickets } from './others-tickets.ts';
import { openAccounts } from './people.ts';
import type { Numbers } from './people.ts';
import { nothing, restOf } from './rest.ts';
import type { Access } from './rest.ts';
import type { Stage } from './stage.ts';
import { openPage, signIn } from './web-session.ts';
import type { WebSession } from './web-session.ts';

/** Which Request Tracker to fill, and from which seed. */
export interface WorldSettings extends Access {
  readonly seed: number;
}

/** A filled Request Tracker. */
export interface World {
  readonly cast: Cast;
  /** The accounts' numbers. */
  readonly numbers: Numbers;
  readonly tickets: HerTickets & OthersTickets;
  /** The target's session in a browser; closed when the person is anonymized. */
  readonly session: WebSession;
  /** Every text that must be gone: her names, addresses, phones, login, and words in her own texts. */
  readonly secrets: readonly string[];
  /** Words in what others wrote to her (answers on her tickets): gone when whole mails are blanked. */
  readonly outgoing: readonly string[];
  /** Words that must still be there, mentions of her around them or not. */
  readonly kept: readonly string[];
  /** Texts of bystanders that contain a secret by accident: to be taken out before hunting. */
  readonly innocent: readonly string[];
}

/** Fills an empty Request Tracker (see reset.sh) with people and what they wrote. The same seed gives the same world. About 25 s. */
export async function buildWorld({ seed, ...access }: WorldSettings): Promise<World> {
  const cast = castFrom(seed);
  const words = wordsFrom(randomFrom(seed + 1));
  const rest = restOf(access);
  await rest.post('/queue', { Name: 'Internal' }, nothing);
  const numbers = await openAccounts(rest, cast, words);
  const stage: Stage = { url: access.url, rest, cast, numbers, words };
  const tickets = { ...(await playHerTickets(stage)), ...(await playOthersTickets(stage)) };
  await runInside('world-inside.pl', { cast, numbers, tickets, words: wordsInside(words) });
  const session = await signIn(access.url, cast.target);
  await lookForHer(access.url, cast);
  return { cast, numbers, tickets, session, innocent: [cast.namesake.address], ...collected(cast, words) };
}

/** An agent's browser remembers what was searched for last. */
async function lookForHer(url: string, { agent, target }: Cast): Promise<void> {
  const query = new URLSearchParams({ Query: `Requestor.EmailAddress = '${target.address}'` });
  await openPage(`${url}/Search/Results.html?${query.toString()}`, await signIn(url, agent));
}

function wordsInside(words: Words): Readonly<Record<string, string>> {
  const hers = ['preference', 'moved', 'married'];
  const others = ['article', 'group', 'queue', 'region', 'asset', 'search', 'beside', 'template'];
  const marked = (names: readonly string[], word: (of: string) => string): readonly (readonly [string, string])[] =>
    names.map((name) => [name, word(name)]);
  return Object.fromEntries([...marked(hers, words.secret), ...marked(others, words.kept)]);
}

function collected({ target }: Cast, words: Words): Pick<World, 'secrets' | 'outgoing' | 'kept'> {
  const addresses = [target.address, target.secondAddress, target.thirdAddress];
  const known = [...addresses, target.login, target.lastName, plain(target.lastName)];
  const secrets = [...known, ...target.spellings, ...target.phoneSpellings, ...words.all.secret];
  return { secrets: [...new Set(secrets)], outgoing: words.all.outgoing, kept: words.all.kept };
}
