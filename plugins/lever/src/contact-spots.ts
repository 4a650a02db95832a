import { identifiersFrom } from '@lethe/core';
import type { Ability, Content, Person, Spot, SpotKind } from '@lethe/core';
import { hiddenConfidential, unknownConfidential } from './abilities.ts';
import { distinct, isLeversPlaceholder, plainTexts } from './form.ts';
import { personIdOf } from './ids.ts';
import type { Confidential } from './known.ts';
import { contactSpot } from './place.ts';
import type { ContactPart } from './place.ts';
import type { Contact, Opportunity } from './schema.ts';

/** A contact as a person. Candidates do not sign in. */
export function personOf({ id, name, emails, phones }: Contact): Person {
  return {
    type: 'person',
    id: personIdOf(id),
    name,
    identifiers: identifiersFrom({
      addresses: plainTexts(emails),
      phones: plainTexts(phones),
      names: plainTexts([name]),
    }),
    kind: 'candidate',
    active: false,
    self: false,
    lastAdministrator: false,
  };
}

/** What was read of a contact. */
export interface ContactView {
  readonly contact: Contact;
  /** Links are the contact's, and only opportunities show them. */
  readonly opportunities: readonly Opportunity[];
  readonly confidential: Confidential;
}

type Cell = readonly [part: ContactPart, kind: SpotKind, content: Content];

/** What of a contact is a spot; what it is found by comes last. Nothing of one that Lever has anonymized and left empty. */
export function contactSpots(view: ContactView): readonly Spot[] {
  const { contact, opportunities } = view;
  const of = personOf(contact);
  const { headline, location, phones, name, emails, isAnonymized } = contact;
  const links = distinct(opportunities.flatMap((one) => one.links));
  const cells: readonly Cell[] = [
    ['headline', 'person.field', { form: 'plain', text: headline }],
    ...(location == null ? [] : [['location', 'person.field', { form: 'plain', text: location.name }] as const]),
    ['links', 'person.field', { form: 'list', items: links }],
    ['phones', 'person.phone', { form: 'list', items: phones }],
  ];
  const named: Cell = ['name', 'person.name', { form: 'plain', text: name }];
  const shown = [
    ...cells.filter(([, , content]) => holdsSomething(content)),
    ...(isAnonymized && isLeversPlaceholder(name) ? [] : [named]),
    ...(emails.length === 0 ? [] : [['emails', 'person.email', { form: 'list', items: emails }] as const]),
  ];
  return [...unseenSpots(view, of), ...shown.map((cell) => spotOf(contact, of, cell))];
}

function holdsSomething(content: Content): boolean {
  if (content.form === 'list') return content.items.length > 0;
  return content.form === 'plain' && !content.text.isBlank;
}

function spotOf({ id }: Contact, of: Person, [part, kind, content]: Cell): Spot {
  return { id: contactSpot(id, part), kind, label: `${part} of candidate ${id.slice(0, 8)}`, of, content };
}

/** Whether all of the contact's opportunities are anonymized, and whether there may be some that nobody is shown. */
function unseenSpots({ contact, confidential }: ContactView, of: Person): readonly Spot[] {
  const hidden = (part: ContactPart, label: string): Spot => ({
    ...spotOf(contact, of, [part, 'person.history', { form: 'hidden' }]),
    label,
  });
  const { id, isAnonymized } = contact;
  if (isAnonymized) return [];
  const ability = blindness[confidential];
  return [
    ...(ability === undefined
      ? []
      : [{ ...hidden('confidential', `confidential opportunities of candidate ${id.slice(0, 8)}, if any`), ability }]),
    hidden('anonymized', `what Lever shows of candidate ${id.slice(0, 8)} until all opportunities are anonymized`),
  ];
}

const blindness: Readonly<Record<Confidential, Ability | undefined>> = {
  seen: undefined,
  none: undefined,
  refused: hiddenConfidential,
  unknown: unknownConfidential,
};
