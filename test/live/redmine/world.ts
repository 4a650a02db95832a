import { castFrom, plain } from '../shared/cast.ts';
import type { Cast } from '../shared/cast.ts';
import { playHerIssues } from './her-issues.ts';
import type { HerIssues } from './her-issues.ts';
import { runInside } from './inside.ts';
import { playOthersIssues } from './others-issues.ts';
import type { OthersIssues } from './others-issues.ts';
import { giveRoles, openAccounts, readCatalogue } from './people.ts';
import type { Numbers } from './people.ts';
import { bookHours, openProjects, playPlaces } from './places.ts';
import { randomFrom } from '../shared/random.ts';
import { restOf } from './rest.ts';
import type { Access } from './rest.ts';
import type { Stage } from './stage.ts';
import { signIn } from './web-session.ts';
import type { WebSession } from './web-session.ts';
import { wordsFrom } from '../shared/words.ts';
import type { Words } from '../shared/words.ts';

/** Which Redmine to fill, and from which seed. */
export interface WorldSettings extends Access {
  /** The key of the mail handler. */
  readonly mailKey: string;
  readonly seed: number;
}

/** A filled Redmine. */
export interface World {
  readonly cast: Cast;
  /** The accounts' numbers. */
  readonly numbers: Numbers;
  readonly projects: { readonly support: number; readonly internal: number };
  readonly group: number;
  readonly issues: HerIssues & OthersIssues;
  /** The target's session in a browser; closed when the person is anonymized. */
  readonly session: WebSession;
  /** Every text that must be gone: her names, addresses, phones, login, and words in her own texts. */
  readonly secrets: readonly string[];
  /** Words in what others wrote to her (notes on her issues): gone when whole mails are blanked. */
  readonly outgoing: readonly string[];
  /** Words that must still be there, mentions of her around them or not. */
  readonly kept: readonly string[];
  /** Texts of bystanders that contain a secret by accident: to be taken out before hunting. */
  readonly innocent: readonly string[];
}

/** Fills an empty Redmine (see reset.sh) with people and what they wrote. The same seed gives the same world. About 15 s. */
export async function buildWorld(settings: WorldSettings): Promise<World> {
  const cast = castFrom(settings.seed);
  const words = wordsFrom(randomFrom(settings.seed + 1));
  const rest = restOf(settings);
  const catalogue = await readCatalogue(rest);
  const projects = await openProjects(rest);
  const numbers = await openAccounts(rest, cast, { catalogue, words });
  const group = await giveRoles(rest, numbers, { catalogue, projects: Object.values(projects) });
  const stage: Stage = {
    rest,
    door: { ...settings, project: 'support' },
    cast,
    numbers,
    catalogue,
    words,
    ...projects,
  };
  await playPlaces(stage);
  await runInside('world-inside.rb', { cast, numbers, support: projects.support, words: wordsInside(words) });
  const session = await signIn(settings.url, cast.target);
  const issues = { ...(await playHerIssues(stage)), ...(await playOthersIssues(stage)) };
  await bookHours(stage, issues);
  const innocent = [cast.namesake.address];
  return { ...{ cast, numbers, projects, group, issues, session, innocent }, ...collected(cast, words) };
}

function wordsInside(words: Words): Readonly<Record<string, string>> {
  const hers = ['forum', 'comment', 'query', 'import'];
  const others = ['topic', 'hours', 'congratulation', 'commit', 'welcome'];
  const marked = (names: readonly string[], word: (of: string) => string): readonly (readonly [string, string])[] =>
    names.map((name) => [name, word(name)]);
  return Object.fromEntries([...marked(hers, words.secret), ...marked(others, words.kept)]);
}

function collected(cast: Cast, words: Words): Pick<World, 'secrets' | 'outgoing' | 'kept'> {
  const { target } = cast;
  const known = [
    target.address,
    target.secondAddress,
    target.thirdAddress,
    target.login,
    target.lastName,
    plain(target.lastName),
  ];
  const secrets = [...known, ...target.spellings, ...target.phoneSpellings, ...words.all.secret];
  return { secrets: [...new Set(secrets)], outgoing: words.all.outgoing, kept: words.all.kept };
}
