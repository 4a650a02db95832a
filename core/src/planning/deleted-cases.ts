import type { DossierId, Spot, SpotKind } from '../host.ts';
import type { Decision } from './decide.ts';

/** A spot's draft as far as it matters here, and what was decided on it. */
interface Decided {
  readonly draft: { readonly spot: { readonly kind: SpotKind }; readonly dossier: DossierId | undefined };
  readonly decision: Decision;
}

/** Cases that are to be deleted as a whole. */
export function deletedCases(decided: readonly Decided[]): ReadonlySet<DossierId> {
  return new Set(
    decided.flatMap(({ draft: { spot, dossier }, decision }) =>
      spot.kind === 'dossier.record' && decision.do === 'step' && dossier !== undefined ? [dossier] : [],
    ),
  );
}

/** The same decisions, but what cannot be blanked in a case that is deleted is no gap: it goes with the case. */
export function withoutDeleted<T extends Decided>(
  decided: readonly T[],
  deleted: ReadonlySet<DossierId>,
): readonly T[] {
  if (deleted.size === 0) return decided;
  return decided.map((one) => {
    const { dossier } = one.draft;
    if (one.decision.do !== 'gap' || dossier === undefined || !deleted.has(dossier)) return one;
    return { ...one, decision: { do: 'keep', why: 'goes-with-case' } };
  });
}

/** The case a spot is filed under; nothing for an account's own. */
export function dossierOf({ of }: Pick<Spot, 'of'>): DossierId | undefined {
  if (of.type === 'dossier') return of.id;
  return of.type === 'message' ? of.dossier : undefined;
}
