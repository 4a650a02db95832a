import type { Identifiers } from '@lethe/core';
import { weakIdentifiers } from '@lethe/core';
import { wordsIn } from './form.ts';
import type { FieldCatalog } from './issue-fields.ts';

/** Questions in Jira's query language: https://support.atlassian.com/jira-software-cloud/docs/jql-fields/ */

/** A string of the language: quoted, with what would end it taken out of its meaning. */
export function quoted(text: string): string {
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}

/** Issues an account takes part in, or ever changed. Fields are named by number, as their names can be changed. */
export function takingPart(account: string, catalog: FieldCatalog): readonly string[] {
  const { participants, pickers } = catalog;
  const fields = [...(participants === undefined ? [] : [participants]), ...pickers.keys()];
  const named = fields.map((field) => `cf[${field.replace('customfield_', '')}]`);
  const id = quoted(account);
  return [
    ...['reporter', 'creator', 'assignee', ...named].map((field) => `${field} = ${id}`),
    `issuekey in updatedBy(${id})`,
  ];
}

/** Issues an account watches. Customers never do. */
export function watchedBy(account: string): string {
  return `watcher = ${quoted(account)}`;
}

/** Issues in whose texts somebody may be named; core filters what comes back. */
export function mentionsOf(who: Identifiers, { worklogs }: Pick<FieldCatalog, 'worklogs'>): readonly string[] {
  const fields = ['text', 'comment', ...(worklogs ? ['worklogComment'] : [])];
  return searchTermsFor(who).flatMap((term) => fields.map((field) => `${field} ~ ${quoted(term)}`));
}

/** Issues changed since some time. Days are the login's, so the day before is taken along. */
export function changedSince(since: Date | undefined): string {
  const day = new Date((since?.getTime() ?? 0) - DAY).toISOString().slice(0, 10);
  return `updated >= ${quoted(day)}`;
}

const DAY = 86_400_000;

/** One question of several, in the order in which issues were made: an order no change of ours disturbs. */
export function anyOf(clauses: readonly string[]): string {
  return `${clauses.join(' OR ')} ORDER BY created ASC`;
}

/** What texts are searched for: each identifier in the forms it is likely written in, as a phrase. */
export function searchTermsFor(who: Identifiers): readonly string[] {
  const { addresses, logins, externalIds, names, phones, postalAddresses } = wordsIn(strongOf(who));
  const streets = postalAddresses.map((address) => address.split(/[\n,;]/)[0] ?? '');
  const texts = [...addresses, ...phones.flatMap(phoneForms), ...logins, ...externalIds, ...names, ...streets];
  const phrases = texts.map((text) => text.replaceAll(/["\\\p{Cc}]+/gu, ' ').trim()).filter((text) => text !== '');
  return [...new Set(phrases.map((phrase) => `"${phrase}"`))];
}

/** A number as it is filed, and where that has signs in it, also without them. */
function phoneForms(phone: string): readonly string[] {
  const bare = phone.replaceAll(/[^\d+]/g, '');
  return bare.length < 5 || bare === phone ? [phone] : [phone, bare];
}

/** Without what would find half of the site: nobody looks for it in texts either. */
function strongOf(who: Identifiers): Identifiers {
  const weak = weakIdentifiers(who);
  const keep = (kind: keyof Identifiers): Identifiers[typeof kind] =>
    who[kind].filter((_, entry) => !weak.some((one) => one.kind === kind && one.entry === entry));
  return {
    addresses: keep('addresses'),
    phones: keep('phones'),
    logins: keep('logins'),
    externalIds: keep('externalIds'),
    postalAddresses: keep('postalAddresses'),
    names: keep('names'),
  };
}
