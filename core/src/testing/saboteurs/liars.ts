import type { Content, Host, Reading, ReadyStep, SpotId } from '../../host.ts';
import { but, doneOnly, law } from './saboteur.ts';
import type { Saboteur } from './saboteur.ts';

/** Hosts that claim more than they do. */
export const liars: readonly Saboteur[] = [
  {
    that: 'says done and does nothing',
    caughtBy: law(2, 'The run stopped'),
    wrap: (host) =>
      but(host, {
        apply: (group) =>
          doneOnly(
            host,
            group,
            group.steps.filter(({ kind }) => kind !== 'message.body'),
          ),
      }),
  },
  {
    that: 'blanks half of each group and says all is done',
    caughtBy: law(2, 'The run stopped'),
    wrap: (host) =>
      but(host, { apply: (group) => doneOnly(host, group, group.steps.slice(0, Math.ceil(group.steps.length / 2))) }),
  },
  {
    that: 'drops the last step of each longer group without a word',
    caughtBy: law(1, 'Not every step has an outcome'),
    wrap: (host) =>
      but(host, {
        apply: (group) => host.apply({ ...group, steps: group.steps.slice(0, Math.max(1, group.steps.length - 1)) }),
      }),
  },
  {
    that: 'answers readings from a cache of what it was told to write',
    caughtBy: law(2, 'still in the host'),
    wrap: (host) => fromCache(host, ({ kind }) => kind === 'attachment' || kind === 'message.body'),
  },
  {
    that: "keeps a colleague's address in a list it reads as cleared",
    caughtBy: law(2, 'is called clean and is as it was'),
    wrap: (host) => fromCache(host, ({ spot }) => spot.endsWith('/message-1/to')),
  },
  {
    that: 'says done when a call fails',
    caughtBy: law(10, 'nobody waited'),
    wrap: (host) =>
      but(host, {
        apply: (group) =>
          host.apply(group).catch(() => group.steps.map(({ id }) => ({ step: id, claim: 'done' as const }))),
      }),
  },
  {
    that: 'says there was nothing there when a call fails',
    caughtBy: law(10, 'nobody waited'),
    wrap: (host) =>
      but(host, {
        apply: (group) =>
          host.apply(group).catch(() => group.steps.map(({ id }) => ({ step: id, claim: 'absent' as const }))),
      }),
  },
];

/** Writes some things to a cache only, and reads them from there. */
function fromCache(host: Host, isCached: (step: ReadyStep) => boolean): Host {
  const cache = new Map<SpotId, Content | 'gone'>();
  return but(host, {
    apply: (group) => {
      for (const step of group.steps.filter(isCached)) cache.set(step.spot, step.after ?? 'gone');
      return doneOnly(
        host,
        group,
        group.steps.filter((step) => !isCached(step)),
      );
    },
    reread: async function* (spots): AsyncGenerator<Reading> {
      for await (const reading of host.reread(spots)) {
        const content = cache.get(reading.spot);
        yield content === undefined ? reading : { ...reading, content };
      }
    },
  });
}
