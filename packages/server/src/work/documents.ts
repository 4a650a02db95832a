import {
  digestOf,
  guardSettingsSchema,
  holdSchema,
  parseRules,
  peopleSettingsSchema,
  permissionsSchema,
  RuleError,
} from '@lethe/core';
import type { LedgerEvent } from '@lethe/core';
import { approvalsSchema, capsSchema, watchSchema } from '@lethe/settings';
import type { Settings } from '@lethe/settings';
import type { DocumentKind } from '@lethe/storage';
import { z } from 'zod';
import type { ServerGround } from '../ground.ts';
import { linksSchema } from './links.ts';

/** A kind of document: where it stands in the settings file, and what the ledger says of a change. */
export interface Kind<T extends object> extends DocumentKind<T> {
  readonly event: LedgerEvent;
  inFile(settings: Settings): T;
}

/** Rules with what the default rules say where a document says nothing. */
const wholeRules = z.unknown().transform((input, context) => {
  try {
    return parseRules(input);
  } catch (error) {
    if (!(error instanceof RuleError)) throw error;
    context.addIssue({ code: 'custom', message: error.message, path: error.path.split('.') });
    return z.NEVER;
  }
});

const holds = z.record(z.string().regex(/^[a-z0-9-]{1,40}$/), z.array(holdSchema).readonly());

function kind<T extends object>(known: Kind<T>): Kind<T> {
  return known;
}

/** Every document that is changed over the API; a version in the database takes the place of the settings file. */
export const documentKinds = {
  rules: kind({
    name: 'rules',
    schema: wholeRules,
    event: 'rules-changed',
    inFile: ({ rules }) => rules,
  }),
  permissions: kind({
    name: 'permissions',
    schema: permissionsSchema,
    event: 'rights-changed',
    inFile: ({ permissions }) => permissions,
  }),
  guards: kind({
    name: 'guards',
    schema: guardSettingsSchema,
    event: 'guards-changed',
    inFile: ({ guards }) => guards,
  }),
  people: kind({
    name: 'people',
    schema: peopleSettingsSchema,
    event: 'people-changed',
    inFile: ({ people }) => people,
  }),
  holds: kind({ name: 'holds', schema: holds, event: 'holds-changed', inFile: (settings) => settings.holds }),
  approvals: kind({
    name: 'approvals',
    schema: approvalsSchema,
    event: 'approvals-changed',
    inFile: ({ server }) => server.approvals,
  }),
  caps: kind({ name: 'caps', schema: capsSchema, event: 'caps-changed', inFile: ({ server }) => server.caps }),
  links: kind({ name: 'links', schema: linksSchema, event: 'links-changed', inFile: () => ({}) }),
  watch: kind({ name: 'watch', schema: watchSchema, event: 'watch-changed', inFile: ({ server }) => server.watch }),
};

/** The name of a document. */
export type DocumentName = keyof typeof documentKinds;

/** A document as it is now. Version 0 is the settings file's. */
export interface Current<T> {
  readonly version: number;
  readonly document: T;
  readonly changedBy?: string;
  readonly changedAt?: Date;
}

/** A new version of a document. */
export interface DocumentEdit {
  readonly document: unknown;
  readonly seen: number;
  readonly by: string;
}

/** Settings documents as they are now: asked anew each time, as another process may have changed them. */
export class Documents {
  readonly #ground: Pick<ServerGround, 'settings' | 'store'>;

  constructor(ground: Pick<ServerGround, 'settings' | 'store'>) {
    this.#ground = ground;
  }

  /** What holds now. */
  async current<T extends object>(known: Kind<T>): Promise<Current<T>> {
    const kept = await this.#ground.store.settings.read(known);
    return kept ?? { version: 0, document: known.inFile(this.#ground.settings) };
  }

  /** An older version. */
  async version<T extends object>(known: Kind<T>, version: number): Promise<Current<T> | undefined> {
    if (version === 0) return { version, document: known.inFile(this.#ground.settings) };
    return this.#ground.store.settings.read(known, version);
  }

  /**
   * Writes a new version with a line in the ledger. Answers its number.
   * @throws ZodError for a document that is none, StorageError `conflict` when somebody else was faster.
   */
  async change<T extends object>(known: Kind<T>, { document, seen, by }: DocumentEdit): Promise<number> {
    const parsed = known.schema.parse(document);
    const facts = [{ what: known.event, digest: digestOf(parsed), actor: by }];
    return this.#ground.store.settings.change(known, { document: parsed, seen, by, facts });
  }
}
