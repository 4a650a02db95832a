import { z } from 'zod';
import { channels, personKinds, spotKinds } from '../host.ts';

/**
 * What the person has to do with a spot, strongest first:
 * `own` the account's own line; `author`, `recipient`, `copied`, `attendee` part of the message;
 * `opened-by-mail`, `opened` began the dossier, and how; `about` a note or feedback of others, filed under a dossier that is
 * about the person; `named-in-mail` an outgoing mail holds one of the person's addresses; `mentioned` the text names the
 * person; `uninvolved` none of these.
 */
export const roles = [
  'own',
  'author',
  'recipient',
  'copied',
  'attendee',
  'opened-by-mail',
  'opened',
  'about',
  'named-in-mail',
  'mentioned',
  'uninvolved',
] as const;
export type Role = (typeof roles)[number];

/** `blank` the whole, `cut` only the person's identifiers, `keep` as it is. Masks, hashes and encryption are not offered: they pseudonymize. */
export const treatments = ['blank', 'cut', 'keep'] as const;
export type Treatment = (typeof treatments)[number];

const role = z.enum(roles);
const treatment = z.enum(treatments);
const spotKind = z.enum(spotKinds);
const byRole = z.partialRecord(role, treatment);
const fixedText = z.string().min(1).max(80);
const uniqueText = fixedText.refine(
  (text) => text.includes('{unique}'),
  'must contain {unique}, as hosts want it unique',
);

/** What stands where the person stood. The same for everybody, so that nothing can be linked. */
const replacement = z.strictObject({
  /** The account's name. */
  name: fixedText,
  /** The account's name for some kinds of people, instead. */
  nameFor: z.partialRecord(z.enum(personKinds), fixedText),
  /** In place of a cut mention. */
  mention: fixedText,
  /** In place of a whole text a host does not let be empty. */
  text: fixedText,
  login: uniqueText,
  address: uniqueText.refine(
    (text) => /^[^@\s]+@[^@\s]+\.invalid$/.test(text),
    'must be an address that ends in .invalid',
  ),
});

/** What a rules file may say. */
export const rulesSchema = z.strictObject({
  version: z.literal(1),
  /** For the report: which rule set this was. */
  name: z.string().regex(/^[a-z0-9-]{1,40}$/, 'use small letters, digits and hyphens'),
  replacement,
  /** The word of the typed confirmation, before the number of steps. */
  confirmation: z.string().regex(/^\p{Lu}{3,20}$/u, 'use one word in capital letters'),
  /** Messages of these channels are blanked whole; those of other channels only where they name the person. */
  wholeMessageChannels: z.array(z.enum(['mail', 'chat', 'web', 'phone', 'api'])),
  /** Whether a host's "unknown" channel counts as mail. */
  unknownChannelIsMail: z.boolean(),
  /** CC and BCC lists of mails the person was on: emptied, or only the person's entry taken out. */
  copies: z.enum(['whole-list', 'subject-only']),
  /** Where a host can only delete a message: delete it (counts change), or leave it and report a gap. */
  onlyRemovable: z.enum(['remove', 'gap']),
  /** What becomes of texts that are about the person, where a channel is treated differently from the kind: notes, feedback. */
  about: z.partialRecord(z.enum(channels), treatment),
  spots: z.record(spotKind, byRole),
  /** Where a case's place asks for something else: the first entry that names the place wins, for the kinds and roles it names. */
  places: z.array(
    z.strictObject({ locations: z.array(z.string().min(1)).min(1), spots: z.partialRecord(spotKind, byRole) }),
  ),
  /** How long a run waits for what somebody has to do in the host by hand, and when they are reminded. */
  byHand: z.strictObject({ days: z.int().min(1).max(365), remindAfterDays: z.int().min(1).max(365) }),
});

/** What to do with each kind of spot and each role. Data: read from a file, versioned, part of the plan's digest. */
export type Rules = z.infer<typeof rulesSchema>;
