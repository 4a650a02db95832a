import type { Finder } from '../finding/finder.ts';
import type { Channel, Content, Dossier, Message, PersonId, Spot } from '../host.ts';
import type { Personal } from '../personal.ts';
import { isText } from '../text-content.ts';
import type { Role, Rules } from './rules.ts';

/** Who is being anonymized, and by which rules. */
export interface Subject {
  readonly person: PersonId;
  readonly finder: Finder;
  readonly rules: Rules;
}

/** Whether a message of this channel is blanked whole when the person took part in it. */
export function isWhole(channel: Channel, rules: Rules): boolean {
  if (channel === 'unknown') return rules.unknownChannelIsMail;
  return rules.wholeMessageChannels.some((whole) => whole === channel);
}

/** Whether a host's channel means mail. */
export function isMail(channel: Channel, rules: Rules): boolean {
  return channel === 'mail' || (channel === 'unknown' && rules.unknownChannelIsMail);
}

/** What the person has to do with a spot, as far as the spot alone tells; `named-in-mail` needs the whole message. */
export function roleIn(spot: Spot, subject: Subject): Role {
  return involvement(spot, subject) ?? (subject.finder.mentions(spot.content) ? 'mentioned' : 'uninvolved');
}

function involvement(spot: Spot, subject: Subject): Role | undefined {
  if (spot.holder !== undefined) return spot.holder === subject.person ? 'own' : undefined;
  if (spot.of.type === 'person') return spot.of.id === subject.person ? 'own' : undefined;
  return spot.of.type === 'dossier' ? roleInDossier(spot.of, subject) : roleInMessage(spot, spot.of, subject);
}

function roleInDossier(dossier: Dossier, { person, rules }: Subject): Role | undefined {
  if (dossier.openedBy !== person) return undefined;
  return isMail(dossier.openedVia, rules) ? 'opened-by-mail' : 'opened';
}

function roleInMessage(spot: Spot, message: Message, subject: Subject): Role | undefined {
  const role = partIn(message, subject);
  if (role === undefined) return message.about === subject.person ? 'about' : undefined;
  if (isWhole(message.channel, subject.rules)) return role;
  // A message that is no mail keeps its text; what the person attached to it still goes.
  if (role === 'author' && spot.kind === 'attachment') return 'author';
  return message.about === subject.person ? 'about' : undefined;
}

function partIn(message: Message, { person, finder }: Subject): Role | undefined {
  const lists = (some: readonly Personal[]): boolean => some.some((entry) => finder.isTheirs(entry));
  if (message.author === person || lists(message.from)) return 'author';
  if (message.recipients.includes(person) || lists(message.to)) return 'recipient';
  if (lists(message.copies)) return 'copied';
  return lists(message.attendees) ? 'attendee' : undefined;
}

/**
 * Whether a mail that left the host, or that the host itself wrote, holds one of the person's addresses in this spot.
 * Only where the host says it is mail: an unknown channel does not cost somebody else's text.
 */
export function namesInMail(spot: Spot, { finder }: Subject): boolean {
  const { of, content } = spot;
  if (of.type !== 'message' || of.channel !== 'mail') return false;
  return (of.direction === 'outgoing' || of.author === 'system') && holdsAddress(content, finder);
}

function holdsAddress(content: Content, finder: Finder): boolean {
  if (content.form === 'list') return content.items.some((item) => finder.isTheirs(item));
  if (!isText(content)) return false;
  return finder
    .find(content.text, content.form)
    .some((finding) => finding.by === 'addresses' && finding.sure === 'certain');
}
