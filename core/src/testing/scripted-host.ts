import type { Content, Host, Reading, ReadyStep, Receipt, Spot, SpotId, StepGroup } from '../host.ts';
import { memoryProfile } from './memory/memory-profile.ts';
import type { MemoryOptions } from './memory/memory-profile.ts';

/** A host of few spots that notes each call, for tests of what a run says to its host. */
export interface ScriptedHost extends Host {
  /** What is in each spot now; a test may change it. */
  readonly contents: Map<SpotId, Content | 'gone'>;
  /** Calls in order: `list`, `change a b`, `reread a b`. */
  readonly calls: readonly string[];
}

/** A host that lists these spots, does what it is told, in one call for all steps, and shows it. */
export function scriptedHost(spots: readonly Spot[], options: MemoryOptions = {}): ScriptedHost {
  const contents = new Map<SpotId, Content | 'gone'>(spots.map(({ id, content }) => [id, content]));
  const calls: string[] = [];
  return {
    contents,
    calls,
    profile: memoryProfile(options),
    preflight: () => Promise.resolve([]),
    findPeople: async function* () {
      // Nobody is looked up in the middle of a run.
    },
    spots: async function* () {
      calls.push('list');
      for (const spot of spots) {
        const content = contents.get(spot.id) ?? spot.content;
        if (content !== 'gone') yield { ...spot, content };
      }
    },
    group: (steps) => (steps.length === 0 ? [] : [{ call: 'change', steps }]),
    apply: ({ steps }: StepGroup) => {
      calls.push(`change ${steps.map(({ spot }) => spot).join(' ')}`);
      for (const step of steps) contents.set(step.spot, afterwards(step));
      return Promise.resolve(steps.map(({ id }): Receipt => ({ step: id, claim: 'done' })));
    },
    reread: async function* (some) {
      calls.push(`reread ${some.join(' ')}`);
      for (const spot of some) yield readingOf(spot, { contents, spots });
    },
  };
}

function afterwards({ verb, after }: ReadyStep): Content | 'gone' {
  if (verb === 'close') return { form: 'access', open: false };
  return verb === 'remove' || after === undefined ? 'gone' : after;
}

function readingOf(
  spot: SpotId,
  { contents, spots }: Pick<ScriptedHost, 'contents'> & { readonly spots: readonly Spot[] },
): Reading {
  const of = spots.find(({ id }) => id === spot)?.of;
  return { spot, content: contents.get(spot) ?? 'gone', ...(of?.type === 'dossier' ? { dossier: of } : {}) };
}
