import type { Host, ReadyStep, StepGroup } from '../../host.ts';
import { but, law } from './saboteur.ts';
import type { Saboteur } from './saboteur.ts';

/** Hosts that put steps into calls wrongly. */
export const groupers: readonly Saboteur[] = [
  {
    that: 'drops a step when it groups',
    caughtBy: law(9, 'drops, adds or doubles'),
    wrap: (host) => grouping(host, (steps) => (steps.length > 1 ? host.group(steps.slice(1)) : host.group(steps))),
  },
  {
    that: 'puts a step into two calls',
    caughtBy: law(9, 'drops, adds or doubles'),
    wrap: (host) => grouping(host, (steps) => [...host.group(steps), ...host.group(steps.slice(0, 1))]),
  },
  {
    that: 'groups backwards',
    caughtBy: law(9, 'the order of calls'),
    wrap: (host) => grouping(host, (steps) => [...host.group(steps)].reverse()),
  },
  {
    that: 'turns the order round inside a call',
    caughtBy: law(9, 'the order inside a call'),
    wrap: (host) =>
      grouping(host, (steps) => host.group(steps).map((group) => ({ ...group, steps: [...group.steps].reverse() }))),
  },
  {
    that: 'makes a call for each step',
    caughtBy: law(9, 'calls; at most'),
    wrap: (host) => grouping(host, (steps) => steps.flatMap((step) => host.group([step]))),
  },
  {
    that: 'calls the host while it groups',
    caughtBy: law(9, 'called the host'),
    wrap: (host, { disturbance }) =>
      grouping(host, (steps) => {
        disturbance.read();
        return host.group(steps);
      }),
  },
];

function grouping(host: Host, group: (steps: readonly ReadyStep[]) => readonly StepGroup[]): Host {
  return but(host, { group });
}
