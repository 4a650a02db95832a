import type { Ability, Can, HostProfile, Scope, SpotKind, Verb } from '../../host.ts';

const source = 'core/src/testing/memory';

/** How a memory host differs from one that can do everything. */
export interface MemoryOptions {
  /** What it can do to some kinds. */
  readonly abilities?: Readonly<Partial<Record<SpotKind, Ability>>>;
  readonly scopes?: readonly Scope['by'][];
  /** What becomes of an old text when a title, description, field or account is edited: nothing, or an entry nobody can change. */
  readonly changeLog?: 'none' | 'kept';
  /** Kinds whose content it holds and does not show. */
  readonly hides?: readonly SpotKind[];
}

const texts: readonly SpotKind[] = ['dossier.title', 'dossier.description', 'dossier.field'];
const accounts: readonly SpotKind[] = ['person.name', 'person.email', 'person.login', 'person.phone', 'person.field'];
/** Kinds whose old text goes into the change log, where there is one. */
export const loggedKinds: readonly SpotKind[] = [...texts, ...accounts];

/** What a memory host says of itself. */
export function memoryProfile({ abilities = {}, scopes, changeLog, hides = [] }: MemoryOptions): HostProfile {
  const logs = changeLog === 'kept';
  const able = (kind: SpotKind, ...can: readonly [Verb, ...Verb[]]): Ability => ({
    can,
    provable: !hides.includes(kind),
    source,
    ...(logs && loggedKinds.includes(kind) ? { remains: 'the change log' } : {}),
  });
  const history: Ability = logs ? { can: 'nothing', because: 'The change log is kept.', source } : everyVerb;
  return {
    id: 'memory',
    name: 'Memory',
    words: { person: 'account', dossier: 'ticket', message: 'message' },
    scopes: scopes ?? ['person', 'dossier', 'mention', 'everything'],
    everybody: { can: 'list', source },
    abilities: {
      'person.name': able('person.name', 'set'),
      'person.email': able('person.email', 'clear', 'set'),
      'person.login': able('person.login', 'set'),
      'person.phone': able('person.phone', 'clear', 'remove'),
      'person.photo': able('person.photo', 'remove'),
      'person.field': able('person.field', 'cut', 'clear'),
      'person.history': history,
      'person.access': able('person.access', 'close'),
      'person.record': able('person.record', 'remove'),
      'dossier.title': able('dossier.title', 'cut', 'set'),
      'dossier.description': able('dossier.description', 'cut', 'clear', 'set'),
      'dossier.field': able('dossier.field', 'cut', 'clear'),
      'dossier.people': able('dossier.people', 'remove'),
      'dossier.history': history,
      'dossier.record': able('dossier.record', 'remove'),
      'message.subject': able('message.subject', 'cut', 'clear'),
      'message.body': able('message.body', 'cut', 'clear', 'set', 'remove'),
      'message.copies': able('message.copies', 'cut', 'clear'),
      'message.envelope': able('message.envelope', 'cut', 'clear'),
      attachment: able('attachment', 'remove'),
      ...abilities,
    },
  };
}

const everyVerb: Can = { can: ['cut', 'clear', 'set', 'remove'], provable: true, source };
