import { describe, expect, it } from '@jest/globals';
import type { Can, SpotKind, StepId } from '../host.ts';
import { spotId } from '../testing/spots.ts';
import { remainsOf, sideEffectsOf } from './summary.ts';
import type { Planned } from './summary.ts';

function planned(kind: SpotKind, ability: Partial<Can>): Planned {
  return {
    step: {
      id: 'step-1' as StepId,
      spot: spotId('spot-1'),
      kind,
      label: 'spot 1',
      verb: 'clear',
      role: 'own',
      seen: 'hidden',
      provable: true,
    },
    ability: { can: ['clear'], provable: true, source: 'manual', ...ability },
  };
}

const several = [
  planned('message.body', { remains: 'the journal', sideEffect: 'a mail is sent' }),
  planned('message.body', { remains: 'the journal' }),
  planned('message.body', { remains: 'the backup', sideEffect: 'a mail is sent' }),
  planned('dossier.title', { remains: 'the journal', sideEffect: 'a webhook fires' }),
  planned('dossier.title', {}),
];

describe('the summary of a plan', () => {
  it('counts by kind and place where old values stay', () => {
    expect(remainsOf(several)).toEqual([
      { kind: 'message.body', where: 'the journal', steps: 2 },
      { kind: 'message.body', where: 'the backup', steps: 1 },
      { kind: 'dossier.title', where: 'the journal', steps: 1 },
    ]);
  });

  it('counts by kind and effect what else happens', () => {
    expect(sideEffectsOf(several)).toEqual([
      { kind: 'message.body', what: 'a mail is sent', steps: 2 },
      { kind: 'dossier.title', what: 'a webhook fires', steps: 1 },
    ]);
  });

  it('says nothing where there is nothing to say', () => {
    expect(remainsOf([planned('dossier.title', {})])).toEqual([]);
    expect(sideEffectsOf([])).toEqual([]);
  });
});
