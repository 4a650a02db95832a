import type { Spot, SpotKind, Verb } from '../host.ts';
import type { Role, Rules, Treatment } from './rules.ts';

/** How a kind is blanked, best verb first. Messages are not removed unless the rules say so: their number is a statistic. */
const blankingVerbs: Readonly<Record<SpotKind, readonly Verb[]>> = {
  'person.name': ['set'],
  'person.email': ['clear', 'remove', 'set'],
  'person.login': ['set', 'clear'],
  'person.phone': ['clear', 'remove', 'set'],
  'person.photo': ['remove', 'clear'],
  'person.field': ['clear', 'remove', 'set'],
  'person.history': ['clear', 'remove', 'set'],
  'person.access': ['close', 'remove'],
  'person.record': ['remove'],
  'dossier.title': ['set', 'clear'],
  'dossier.description': ['clear', 'set'],
  'dossier.field': ['clear', 'remove', 'set'],
  'dossier.people': ['remove', 'close', 'clear'],
  'dossier.history': ['clear', 'set', 'remove'],
  'dossier.record': ['remove'],
  'message.subject': ['clear', 'set'],
  'message.body': ['clear', 'set'],
  'message.copies': ['clear', 'remove'],
  'message.envelope': ['clear', 'remove', 'set'],
  attachment: ['remove'],
};

/** Unique parts are ten hex digits. */
const UNIQUE_LENGTH = 10;
const messageKinds: readonly SpotKind[] = ['message.subject', 'message.body'];

/** What the rules say for a spot in a role. A history entry is treated as strictly as what it is a copy of. */
export function treatmentFor(spot: Spot, role: Role, rules: Rules): Treatment {
  const plain = aboutIn(spot, role, rules) ?? treatmentAt(spot, { kind: spot.kind, role }, rules);
  if (spot.about !== undefined) return stricter(plain, treatmentAt(spot, { kind: spot.about, role }, rules));
  return spot.kind === 'message.copies' && plain === 'blank' && rules.copies === 'subject-only' ? 'cut' : plain;
}

/** Notes and feedback may be kept, scrubbed or blanked by their channel, also where a host only takes all of a candidate's at once. */
function aboutIn({ of, kind }: Spot, role: Role, rules: Rules): Treatment | undefined {
  if (of.type !== 'message' || kind === 'attachment') return undefined;
  const isAbout = role === 'about' || (role === 'own' && of.about !== undefined);
  return isAbout ? rules.about[of.channel] : undefined;
}

/** What the rules say for a kind in a role, first for the place the spot's case is in. */
function treatmentAt(
  spot: Spot,
  { kind, role }: { readonly kind: SpotKind; readonly role: Role },
  rules: Rules,
): Treatment {
  const location = spot.location ?? (spot.of.type === 'dossier' ? spot.of.location : undefined);
  const place = rules.places.find(({ locations }) => location !== undefined && locations.includes(location));
  return place?.spots[kind]?.[role] ?? rules.spots[kind][role] ?? 'keep';
}

function stricter(one: Treatment, other: Treatment): Treatment {
  if (one === 'blank' || other === 'blank') return 'blank';
  return one === 'cut' || other === 'cut' ? 'cut' : 'keep';
}

/** The verbs that carry a treatment out, best first. */
export function verbsFor(kind: SpotKind, treatment: 'blank' | 'cut', rules: Rules): readonly Verb[] {
  if (treatment === 'cut') return ['cut'];
  const removable = messageKinds.includes(kind) && rules.onlyRemovable === 'remove';
  return removable ? [...blankingVerbs[kind], 'remove'] : blankingVerbs[kind];
}

/** The fixed text for a `set`; `unique` tells this spot's placeholder from every other one's. */
export function replacementFor(kind: SpotKind, rules: Rules, unique: string): string {
  const { replacement } = rules;
  if (kind === 'person.name') return replacement.name;
  if (kind === 'person.login') return replacement.login.replaceAll('{unique}', unique);
  if (kind === 'person.email') return replacement.address.replaceAll('{unique}', unique);
  return replacement.text;
}

/** All fixed texts that the rules put in place of others, the longest first. */
export function replacementsIn({ replacement }: Rules): readonly string[] {
  const { name, nameFor, mention, login, address, text } = replacement;
  const fixed = [login, address].flatMap((it) => it.split('{unique}'));
  const written = [name, ...Object.values(nameFor), mention, text, ...fixed].filter((it) => it !== '');
  return [...new Set(written)].sort((one, other) => other.length - one.length);
}

/** Whether a text is what `replacementFor` gives, for any unique part: an account that was anonymized before. */
export function isReplacement(kind: SpotKind, rules: Rules, text: string): boolean {
  const [before = '', ...after] = replacementFor(kind, rules, '\n').split('\n');
  if (after.length === 0) return text === before;
  const unique = text.slice(before.length, before.length + UNIQUE_LENGTH);
  return /^[0-9a-f]{10}$/.test(unique) && text === replacementFor(kind, rules, unique);
}
