import type { ExitName } from '../exit-code.ts';
import type { Session } from '../session.ts';

/** What a command does with an open session; answers how `lethe` ends. Everything else that can go wrong is thrown. */
export type Work = (session: Session) => Promise<ExitName>;

/** What was typed to a command about people. */
export interface Asked<Options extends PeopleOptions = PeopleOptions> {
  /** Addresses, numbers, logins, names. */
  readonly texts: readonly string[];
  readonly options: Options;
}

/** Options of commands that are about people. */
export interface PeopleOptions {
  readonly host?: string;
  readonly id?: string;
  /** Further identifiers of the person. */
  readonly also?: readonly string[];
  readonly acknowledge?: readonly string[];
  /** The one case it is about, by its id: the account and its other cases stay. */
  readonly only?: string;
}
