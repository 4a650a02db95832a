import type { Host, HostProfile } from '@lethe/core';
import type { z } from 'zod';

/** Where keys and passwords come from: a variable's name in, its value out. Never a file that lies beside the settings. */
export type Secrets = (variable: string) => string | undefined;

/** What an administrator writes about one host, read and checked. */
export interface OpenHost {
  /** Connects; may ask the host what it can do. Throws `HostError`, or `RuleError` for a variable that is not set. */
  open(secrets: Secrets): Promise<Host>;
  /** Where it is, for people: an address or a folder; never a key. */
  readonly where: string;
  /** Whether everybody in it is invented, so that it may be played with. */
  readonly invented?: boolean;
}

/** One plugin, as the rest of the product sees it. */
export interface HostKind {
  /** The plugin's folder name, and what `kind:` says in the settings. */
  readonly kind: string;
  /** Every profile a host of this kind may have, by what it depends on: for the table of abilities. */
  readonly profiles: readonly { readonly when: string; readonly profile: HostProfile }[];
  /** Checks the settings of one host (without `kind`) and makes it ready to open. */
  readonly settings: z.ZodType<OpenHost>;
}
