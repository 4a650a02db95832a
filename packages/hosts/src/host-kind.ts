import type { LookupFunction } from 'node:net';
import type { Clock, Host, HostPages, HostProfile, PersonId } from '@lethe/core';
import type { z } from 'zod';
import type { SharedPace } from './shared-pace.ts';

/** Where keys and passwords come from: a variable's name in, its value out. Never a file that lies beside the settings. */
export type Secrets = (variable: string) => string | undefined;

/** Where one text of this host is kept safe between processes: what a sign-in left, which changes while it is used. */
export interface KeptSecret {
  /**
   * Hands over what is kept and keeps what comes back instead, lastingly, before it resolves with it. Changes of all
   * processes come one after the other. What `work` throws is thrown, and nothing is changed.
   */
  change(work: (kept: string | undefined) => Promise<string>): Promise<string>;
}

/** What a host is opened with. */
export interface Surroundings {
  readonly secrets: Secrets;
  readonly kept: KeptSecret;
  /** Waits of whoever paces calls; one that ends early says that somebody wants to stop. */
  readonly clock: Clock;
  /** How names become addresses; as the machine does it unless told. */
  readonly lookup?: LookupFunction | undefined;
  /** The pace all processes that use this host keep together; missing where this one alone uses it. */
  readonly pace?: SharedPace | undefined;
}

/** A sign-in that has begun; good for one answer. */
export interface BrowserSignIn {
  /** Where the browser of whoever signs in has to go. */
  readonly url: string;
  /** Whether an address a browser came to answers this sign-in and no other. */
  isAnsweredBy(cameTo: URL): boolean;
  /** Takes the address the browser came back to, and keeps what the host gives for it. Throws `HostError`. */
  finish(cameBackTo: URL): Promise<void>;
}

/** How somebody signs in to a host in their browser. */
export interface SigningIn {
  /** The port of 127.0.0.1 and the path the browser comes back to, as the host knows them; port 0 is any free one. */
  readonly comesBackTo: { readonly port: number; readonly path: string };
  /** Begins; `redirect` is the address with the port that was free. */
  begin(redirect: string): Promise<BrowserSignIn>;
}

/** Who works in a host, where a part of ours within it draws an entry in its own menus. */
export interface HostAgents {
  /** Whether that account is there, active, and may anonymize people by the host's own rights, as of now. Throws `HostError`. */
  may(account: PersonId): Promise<boolean>;
}

/** What an administrator writes about one host, read and checked. */
export interface OpenHost {
  /** Connects; may ask the host what it can do. Throws `HostError`, or `RuleError` for a variable that is not set. */
  open(surroundings: Surroundings): Promise<Host>;
  /** Where it is, for people: an address or a folder; never a key. */
  readonly where: string;
  /** Every address it calls, where that is more than `where`. */
  readonly addresses?: readonly string[];
  /** Where its own screen shows somebody, for a browser extension; missing where the host has an entry of its own. */
  readonly pages?: readonly HostPages[];
  /** Asks who of its agents may come in from its own menus; missing where it has no entry there that leads here. */
  readonly agents?: (surroundings: Surroundings) => HostAgents;
  /** Whether everybody in it is invented, so that it may be played with. */
  readonly invented?: boolean;
  /** How to sign in first; missing where a key in the environment is all it takes. Throws `RuleError` like `open`. */
  readonly signIn?: (surroundings: Surroundings) => SigningIn;
}

/** One plugin, as the rest of the product sees it. */
export interface HostKind {
  /** The plugin's folder name, and what `kind:` says in the settings. */
  readonly kind: string;
  /** Where the vendor's hosts are: `*.acme.test` is any name right below it. Missing where hosts stand wherever the customer put them. */
  readonly domains?: readonly string[];
  /** Where a browser extension draws the entry; missing where the host has one of its own. */
  readonly pages?: readonly HostPages[];
  /** Every profile a host of this kind may have, by what it depends on: for the table of abilities. */
  readonly profiles: readonly { readonly when: string; readonly profile: HostProfile }[];
  /** Checks the settings of one host (without `kind`) and makes it ready to open. */
  readonly settings: z.ZodType<OpenHost>;
}
