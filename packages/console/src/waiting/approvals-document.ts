import type { PersonKind } from '@lethe/core';

const kinds: Readonly<Record<PersonKind, true>> = {
  'end-user': true,
  agent: true,
  administrator: true,
  candidate: true,
  employee: true,
  external: true,
  other: true,
  unknown: true,
};

/** Kinds of people, in the order in which they are shown. What core has besides data is not fetched for it. */
export const personKinds: readonly PersonKind[] = Object.keys(kinds).filter(isKind);

/** When a second person is needed: never, in some cases, always. */
export type Second = 'never' | 'some' | 'always';

/** The settings of approvals as a form holds them. An empty text stands for no number. */
export interface ApprovalsForm {
  readonly second: Second;
  readonly aboveSteps: number | '';
  readonly aboveRuns: number | '';
  readonly kinds: readonly PersonKind[];
  readonly hours: number | '';
  readonly minutes: number | '';
  readonly night: boolean;
}

type Written = Readonly<Record<string, unknown>>;

/** What a document says, as a form. */
export function formOf(document: Written): ApprovalsForm {
  const { second } = document;
  const some = isWritten(second) ? second : {};
  return {
    second: second === 'always' ? 'always' : isWritten(second) ? 'some' : 'never',
    aboveSteps: numberIn(some['aboveSteps']),
    aboveRuns: numberIn(some['aboveRuns']),
    kinds: kindsIn(some['kinds']),
    hours: numberIn(document['secondWithinHours']),
    minutes: numberIn(document['waitMinutes']),
    night: document['begin'] === 'tonight',
  };
}

/** The document a form says; what stands in it besides stays. */
export function documentOf(form: ApprovalsForm, before: Written): Written {
  const { second, aboveSteps, aboveRuns, kinds, hours, minutes, night } = form;
  const some = {
    ...(aboveSteps === '' ? {} : { aboveSteps }),
    ...(aboveRuns === '' ? {} : { aboveRuns }),
    ...(kinds.length === 0 ? {} : { kinds }),
  };
  return {
    ...before,
    second: second === 'some' ? some : second,
    ...(hours === '' ? {} : { secondWithinHours: hours }),
    ...(minutes === '' ? {} : { waitMinutes: minutes }),
    begin: night ? 'tonight' : 'as-asked',
  };
}

/** What was typed into a field for a number. */
export function typedNumber(value: number | string): number | '' {
  return typeof value === 'number' ? value : '';
}

function isKind(text: string): text is PersonKind {
  return Object.hasOwn(kinds, text);
}

function isWritten(value: unknown): value is Written {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function numberIn(value: unknown): number | '' {
  return typeof value === 'number' ? value : '';
}

function kindsIn(value: unknown): readonly PersonKind[] {
  const listed: readonly unknown[] = Array.isArray(value) ? value : [];
  return personKinds.filter((kind) => listed.includes(kind));
}
