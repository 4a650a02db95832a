import { HostError } from '@lethe/core';
import type { Scope, Spot } from '@lethe/core';
import { pMapIterable } from 'p-map';
import { candidateOf } from './ids.ts';
import { AT_ONCE, applicationView, candidateView, spotsIn } from './reading.ts';
import type { Source } from './reading.ts';

/** Spots of some candidates, each once: first what their applications hold, then what is their own. */
export async function* listedSpots(source: Source, scopes: readonly Scope[]): AsyncGenerator<Spot> {
  const candidates = new Set(scopes.map(candidateIn));
  for (const id of candidates) {
    const view = await candidateView(source, id);
    if (view === undefined) continue;
    const applications = pMapIterable(
      view.candidate.applicationIds,
      (one) => applicationView(source, one, 'and-interviews'),
      { concurrency: AT_ONCE },
    );
    for await (const application of applications) if (application !== undefined) yield* spotsIn(application);
    yield* spotsIn(view);
  }
}

function candidateIn(scope: Scope): string {
  if (scope.by === 'person') return candidateOf(scope.person) ?? '0';
  throw new HostError('rejected', 'Ashby anonymizes whole candidates and nothing less: ask by candidate.');
}
