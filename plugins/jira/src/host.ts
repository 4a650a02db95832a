import type { Host } from '@lethe/core';
import { openBook } from './account-book.ts';
import { BulkRights } from './bulk-rights.ts';
import { groupSteps } from './group.ts';
import type { HttpPort } from './http-port.ts';
import { Known } from './known.ts';
import { listedSpots } from './listing.ts';
import { parseOptions } from './options.ts';
import type { JiraHostOptions } from './options.ts';
import { People } from './people.ts';
import { preflight } from './preflight.ts';
import { jiraProfile } from './profile.ts';
import { Redaction } from './redaction.ts';
import { Remembered } from './remembered.ts';
import { rereadSpots } from './rereading.ts';
import { Rights } from './rights.ts';
import { Writer } from './write.ts';

/**
 * Jira as a host, over one port: the app's in Forge, or a server's. Makes no call by itself. `clock` waits for Jira's tasks; `accounts` says
 * what accounts are called outside. Throws `RuleError` for options that cannot be read.
 */
export function jiraHost(port: HttpPort, { clock, accounts = openBook, ...given }: JiraHostOptions): Host {
  const options = parseOptions(given);
  const line = { port, clock };
  const known = new Known(line);
  const remembered = new Remembered();
  const redaction = new Redaction(line, options.redaction);
  const bulk = new BulkRights(line);
  const people = new People({ line, known, accounts, options });
  const rights = new Rights(line);
  const reading = { line, options, accounts, known, people, remembered, redaction, rights };
  const writer = new Writer({ line, known, accounts, remembered, redaction, bulk, options });
  return {
    profile: jiraProfile,
    preflight: () => preflight(rights, bulk),
    findPeople: (query) => people.find(query),
    spots: (scopes) => listedSpots(reading, scopes),
    group: groupSteps,
    apply: (group) => writer.apply(group),
    reread: (spots) => rereadSpots(reading, spots),
  };
}
