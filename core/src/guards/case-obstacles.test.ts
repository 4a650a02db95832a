import { describe, expect, it } from '@jest/globals';
import { personKinds } from '../host.ts';
import type { Dossier, PersonKind } from '../host.ts';
import { ada, bystander, dossierOf } from '../testing/spots.ts';
import { caseObstacles } from './case-obstacles.ts';
import type { CaseCheck } from './case-obstacles.ts';
import { guardSettingsSchema } from './guard-settings.ts';

const settings = guardSettingsSchema.parse({});
const check: CaseCheck = { person: ada, kind: 'candidate', settings, acknowledged: [] };
const archived: Partial<Dossier> = { state: 'archived', subject: ada.id, label: 'opportunity 7' };

function codesOf(changes: Partial<Dossier>, asked: Partial<CaseCheck> = {}): readonly string[] {
  return caseObstacles([dossierOf({ ...archived, ...changes })], { ...check, ...asked }).map(({ code }) => code);
}

describe('what stands in the way in a case of the person', () => {
  it.each<[string, Partial<Dossier>, readonly string[]]>([
    ['LV-03 nothing, if it is archived and no hire', {}, []],
    ['LV-03 that it is active', { state: 'open' }, ['case-open']],
    ['LV-03 that it is a hire', { hired: true }, ['hired']],
    ['PI-12 that it is a hire, closed or not', { hired: true, state: 'closed' }, ['hired']],
    ['that it is a lead', { lead: true }, ['lead']],
    ['that an interview is still to come', { interviewPending: true }, ['interview-pending']],
    ['every reason, not only the first', { state: 'open', hired: true, lead: true }, ['case-open', 'lead', 'hired']],
    ['nothing in a case of somebody else', { subject: bystander, state: 'open', hired: true }, []],
    [
      'that the case they opened is active, where nobody says whose it is',
      { state: 'open', openedBy: ada.id },
      ['case-open'],
    ],
  ])('%s', (_what, changes, codes) => {
    expect(codesOf(changes)).toEqual(codes);
  });

  it('LV-03 asks nobody else to archive cases first: a ticket may be open', () => {
    const asked = personKinds.filter((kind: PersonKind) => codesOf({ state: 'open' }, { kind }).length > 0);

    expect(asked).toEqual(['candidate']);
  });

  it('names the case and the way out, and nothing personal', () => {
    expect(caseObstacles([dossierOf({ ...archived, state: 'open' })], check)).toEqual([
      {
        code: 'case-open',
        says: 'Still active: opportunity 7.',
        remedy: 'Archive it in the host with the reason that applies, then review again.',
      },
    ]);
  });

  it('LV-08 names each of several cases, so that all can be archived', () => {
    const cases = ['a', 'b'].map((label) => dossierOf({ ...archived, label, state: 'open' }));

    expect(caseObstacles(cases, check).map(({ says }) => says)).toEqual(['Still active: a.', 'Still active: b.']);
  });

  it('lets a hire go only as far as the settings say', () => {
    const hired = (how: string): CaseCheck['settings'] => guardSettingsSchema.parse({ cases: { hired: how } });

    expect(codesOf({ hired: true }, { acknowledged: ['hired'] })).toEqual(['hired']);
    expect(codesOf({ hired: true }, { settings: hired('acknowledged') })).toEqual(['hired']);
    expect(codesOf({ hired: true }, { settings: hired('acknowledged'), acknowledged: ['hired'] })).toEqual([]);
    expect(codesOf({ hired: true }, { settings: hired('allowed') })).toEqual([]);
  });
});
