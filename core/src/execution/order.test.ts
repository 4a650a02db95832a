import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { spotKinds } from '../host.ts';
import type { SpotKind } from '../host.ts';
import { contentPhases, lastPhases } from './order.ts';

const all = spotKinds.map((kind) => ({ kind }));
const kindsOf = (phases: readonly (readonly { readonly kind: SpotKind }[])[]): readonly (readonly SpotKind[])[] =>
  phases.map((phase) => phase.map(({ kind }) => kind));

describe('the order inside a run', () => {
  it('HD-15 closes the access and ends mails about changes before anything is changed', () => {
    expect(kindsOf(contentPhases(all))).toEqual([
      ['person.access'],
      ['dossier.people'],
      ['attachment', 'message.body', 'message.subject', 'message.envelope'],
      ['message.copies', 'dossier.title', 'dossier.description', 'dossier.field'],
    ]);
  });

  it('leaves change logs, which every later change writes into, and what the person is found by for the very end', () => {
    expect(kindsOf(lastPhases(all))).toEqual([
      ['dossier.history'],
      ['dossier.record'],
      ['person.history'],
      ['person.photo', 'person.phone', 'person.field', 'person.login', 'person.name', 'person.email'],
      ['person.record'],
    ]);
  });

  it('does each step once, in one half or the other, and keeps the order inside a kind', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...spotKinds)), (kinds) => {
        const steps = kinds.map((kind, number) => ({ kind, number }));
        const done = [...contentPhases(steps), ...lastPhases(steps)];

        expect(
          done
            .flat()
            .map(({ number }) => number)
            .sort((one, other) => one - other),
        ).toEqual(steps.map(({ number }) => number));
        expect(done.filter((phase) => phase.length === 0)).toEqual([]);
        for (const kind of spotKinds) {
          expect(done.flat().filter((step) => step.kind === kind)).toEqual(steps.filter((step) => step.kind === kind));
        }
      }),
    );
  });
});
