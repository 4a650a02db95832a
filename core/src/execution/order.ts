import type { SpotKind } from '../host.ts';
import type { Step } from '../plan.ts';

/**
 * The order inside a run. First nobody is mailed about it and the account cannot sign in, then leaves before branches,
 * and last what the host finds the person by: a crash never hides a half-blanked person. Kinds that many hosts change in one
 * call share a phase, so that `group` can put them into it: a mail with its files, the lists and the texts of a case.
 */
const order: readonly (readonly SpotKind[])[] = [
  ['person.access'],
  ['dossier.people'],
  ['attachment', 'message.body', 'message.subject', 'message.envelope'],
  ['message.copies', 'dossier.title', 'dossier.description', 'dossier.field'],
];
const lastOrder: readonly (readonly SpotKind[])[] = [
  ['dossier.history'],
  ['dossier.record'],
  ['person.history'],
  ['person.photo', 'person.phone', 'person.field', 'person.login', 'person.name', 'person.email'],
  ['person.record'],
];

/** Steps on what the person left behind, in phases, each phase complete before the next. */
export function contentPhases<T extends Pick<Step, 'kind'>>(steps: readonly T[]): readonly (readonly T[])[] {
  return phased(steps, order);
}

/**
 * Steps that wait until everything else is proven: change logs, as a text that is changed later writes its old self into
 * them again, and who the person is.
 */
export function lastPhases<T extends Pick<Step, 'kind'>>(steps: readonly T[]): readonly (readonly T[])[] {
  return phased(steps, lastOrder);
}

function phased<T extends Pick<Step, 'kind'>>(
  steps: readonly T[],
  phases: readonly (readonly SpotKind[])[],
): readonly (readonly T[])[] {
  return phases
    .map((kinds) => kinds.flatMap((kind) => steps.filter((step) => step.kind === kind)))
    .filter((phase) => phase.length > 0);
}
