import { z } from 'zod';
import type { Person, PersonKind } from '../host.ts';

/** The `people` part of the settings: how to tell who works here where the host does not. */
export const peopleSettingsSchema = z.strictObject({
  /** Mail domains of the customer's own people, with all below them; none: kinds stay as the host tells them. */
  corporateDomains: z.array(z.string().min(1)).readonly().default([]),
  /** The mark a customer gives an account of somebody who is neither staff nor candidate. */
  externalLabel: z.string().min(1).default('external'),
});

/** How to tell who works here. */
export type PeopleSettings = z.infer<typeof peopleSettingsSchema>;

/** Kinds that only say what the person is to the customer; an agent stays one whatever the address says. */
const told: readonly PersonKind[] = ['candidate', 'employee', 'external', 'other', 'unknown'];

/**
 * The kind of a person by mark and address: marked ones are external, those with an address of a corporate domain or of one
 * below it work here, everybody else is a candidate. `toAscii` writes a domain as DNS knows it (`xn--…`, small letters), as
 * `new URL(…).hostname` does.
 */
export function kindByAddress(
  person: Person,
  { corporateDomains, externalLabel }: PeopleSettings,
  toAscii: (domain: string) => string,
): PersonKind {
  if (corporateDomains.length === 0 || !told.includes(person.kind)) return person.kind;
  if (person.labels?.includes(externalLabel.toLowerCase()) === true) return 'external';
  const plain = (domain: string): string => toAscii(domain.trim().replace(/^@/, '').replace(/\.$/, '').toLowerCase());
  const corporate = corporateDomains.map(plain);
  const works = person.identifiers.addresses
    .map((address) => address.reveal())
    .map((address) => plain(address.slice(address.lastIndexOf('@') + 1)))
    .some((domain) => corporate.some((one) => domain === one || domain.endsWith(`.${one}`)));
  return works ? 'employee' : 'candidate';
}
