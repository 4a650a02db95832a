import type { Can, SpotKind } from '../host.ts';
import type { Ask, Remains, SideEffect, Step } from '../plan.ts';

/** A step with the ability it rests on. */
export interface Planned {
  readonly step: Step;
  readonly ability: Can;
}

/** Where old values stay readable, a line per kind and place. */
export function remainsOf(planned: readonly Planned[]): readonly Remains[] {
  return counted(planned, (ability) => ability.remains).map(({ kind, text, steps }) => ({ kind, where: text, steps }));
}

/** What else happens, a line per kind and effect. */
export function sideEffectsOf(planned: readonly Planned[]): readonly SideEffect[] {
  return counted(planned, (ability) => ability.sideEffect).map(({ kind, text, steps }) => ({
    kind,
    what: text,
    steps,
  }));
}

/** What somebody has to do by hand, a line for each thing to do. */
export function asksOf(planned: readonly Planned[]): readonly Ask[] {
  const lines = new Map<string, Ask>();
  for (const { step, ability } of planned) {
    if (step.verb !== 'ask' || ability.byHand === undefined) continue;
    const { says, link } = ability.byHand;
    const key = `${says} ${link ?? ''}`;
    const steps = (lines.get(key)?.steps ?? 0) + 1;
    lines.set(key, { says, ...(link === undefined ? {} : { link }), steps });
  }
  return [...lines.values()];
}

interface Counted {
  readonly kind: SpotKind;
  readonly text: string;
  readonly steps: number;
}

function counted(planned: readonly Planned[], textOf: (ability: Can) => string | undefined): readonly Counted[] {
  const lines = new Map<string, Counted>();
  for (const { step, ability } of planned) {
    const text = textOf(ability);
    if (text === undefined) continue;
    const key = `${step.kind} ${text}`;
    lines.set(key, { kind: step.kind, text, steps: (lines.get(key)?.steps ?? 0) + 1 });
  }
  return [...lines.values()];
}
