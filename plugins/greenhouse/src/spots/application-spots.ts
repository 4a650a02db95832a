import { Personal } from '@lethe/core';
import type { Ability, Spot } from '@lethe/core';
import { candidateOnly, oneFile, scorecardText, selfReported } from '../abilities.ts';
import { labelOf } from '../dossier.ts';
import type { Field } from '../fields/field.ts';
import type { Application, Filed, Scorecard, SelfReport } from '../record.ts';
import { entriesOf, itemSpot } from './feed-spots.ts';
import { besideSpot, fieldSpot, hidden, list, messageIn, plain, wordsOf } from './view.ts';
import type { Cell, View } from './view.ts';

/** What is filed under each application, and the evaluations of all of them. */
export function applicationSpots(view: View): readonly Spot[] {
  const spots = view.record.applications.flatMap((one) => fieldsOf(view, one).map((cell) => fieldSpot(view, cell)));
  return [
    ...spots,
    ...evaluations(view),
    ...view.record.applications.flatMap((one) => reports(view, one)),
    ...outOfReach(view),
  ];
}

/** What is filed under one application, where nothing else may change: Greenhouse anonymizes candidates, so that little can go. */
export function loneApplicationSpots(view: View, application: Application): readonly Spot[] {
  const { record, harvest, fields } = view;
  const of = view.dossiers.get(application.id) ?? view.person;
  const narrowed = (cell: Cell): Spot => {
    const spot = fieldSpot(view, cell);
    return fields.has(cell.field) ? { ...spot, ability: candidateOnly } : spot;
  };
  const files = own(record.attachments, application).map(({ id, name }) =>
    besideSpot(view, {
      ...{ part: 'attachment', which: id, application: application.id, kind: 'attachment', label: `file ${id}` },
      ...{
        content: { form: 'file', name },
        of,
        own: true,
        ability: harvest.removesAttachments ? oneFile : candidateOnly,
      },
    }),
  );
  const feed = own(entriesOf(record), application).flatMap((item) => itemSpot(view, item, candidateOnly));
  const single = scorecardsOf(view, application, candidateOnly);
  return [
    ...files,
    ...feed,
    ...fieldsOf(view, application).map(narrowed),
    ...single,
    ...interviewsOf(view, application, candidateOnly),
    ...reports(view, application),
  ];
}

function own<T extends Filed>(rows: readonly T[], { id }: Application): readonly T[] {
  return rows.filter((row) => row.application === id);
}

function fieldsOf({ record }: View, application: Application): readonly Cell[] {
  const { location, answers, customFields } = application;
  const offers = own(record.offers, application);
  const rejections = own(record.rejections, application);
  const lists: readonly (readonly [Field, readonly Personal[]])[] = [
    ['application_questions', answers],
    ['custom_application_fields', customFields],
    ['custom_rejection_question_fields', rejections.flatMap((one) => one.answers)],
    ['offers', offers.flatMap(({ values }) => values)],
  ];
  const several = lists.filter(([, items]) => items.length > 0);
  return [
    { field: 'location', application, content: plain(location) },
    ...several.map(([field, items]): Cell => ({ field, application, content: list(items) })),
    ...counted(application, { record, offers: offers.length }),
  ];
}

/** What reports count: numbers, and names of stages. Blank ones are left out, but the stage tells that there is an application. */
function counted(
  application: Application,
  { record, offers }: { readonly record: View['record']; readonly offers: number },
): readonly Cell[] {
  const { facts, status } = application;
  const [prospect] = own(record.prospects, application);
  const [rejection] = own(record.rejections, application);
  const said: readonly (readonly [Field, string])[] = [
    ['candidate_stage_data', [facts.stage, facts.created, status].filter((one) => one !== '').join(' ')],
    ['source', facts.source],
    ['recruiter', facts.recruiter],
    ['coordinator', facts.coordinator],
    ['credited_to', facts.credited],
    ['rejection_reason', rejection?.reason ?? ''],
    ['all_offer_versions', offers === 0 ? '' : String(offers)],
    ['prospect_owner', prospect?.owner ?? ''],
    ['prospect_pool_and_stage', prospect?.pool ?? ''],
    ['prospect_jobs', facts.prospectJobs],
    ['prospect_offices', prospect?.office ?? ''],
    ['prospect_offices_and_departments', prospect?.department ?? ''],
  ];
  return said.flatMap(([field, text]) =>
    text === '' ? [] : [{ field, application, content: plain(Personal.of(text)) }],
  );
}

/** Scorecards and interviews: all at once where the preset takes them, else each by itself. */
function evaluations(view: View): readonly Spot[] {
  const { fields, record, options } = view;
  const field = 'scorecards_and_interviews';
  if (!fields.has(field)) {
    const ability = scorecardText(options.preset);
    return record.applications.flatMap((one) => [
      ...scorecardsOf(view, one, ability),
      ...interviewsOf(view, one, ability),
    ]);
  }
  const named = (what: string, { id, text }: Scorecard | View['record']['interviews'][number]): Personal =>
    text.isBlank ? Personal.of(`${what} ${id}`) : text;
  const all = [
    ...record.scorecards.map((one) => named('scorecard', one)),
    ...record.interviews.map((one) => named('interview', one)),
  ];
  return all.length === 0 ? [] : [fieldSpot(view, { field, content: list(all), channel: 'feedback' })];
}

function scorecardsOf(view: View, application: Application, ability: Ability): readonly Spot[] {
  return own(view.record.scorecards, application)
    .filter(({ text }) => !text.isBlank)
    .map(({ id, text, user, at }) =>
      besideSpot(view, {
        ...{
          part: 'scorecard',
          which: id,
          application: application.id,
          kind: 'message.body',
          label: `scorecard ${id}`,
        },
        ...{ content: plain(text), ability, own: false },
        of: messageIn(view, {
          part: 'scorecard',
          which: id,
          channel: 'feedback',
          application: application.id,
          user,
          at,
        }),
      }),
    );
}

function interviewsOf(view: View, application: Application, ability: Ability): readonly Spot[] {
  return own(view.record.interviews, application)
    .filter(({ text }) => !text.isBlank)
    .map(({ id, text }) =>
      besideSpot(view, {
        ...{ part: 'interview', which: id, application: application.id, kind: 'dossier.field' },
        ...{ label: `place of interview ${id}`, content: plain(text), ability, own: false },
        of: view.dossiers.get(application.id) ?? view.person,
      }),
    );
}

/** What people told about themselves: nothing of it can be anonymized. */
function reports(view: View, application: Application): readonly Spot[] {
  const spot = (part: 'eeoc' | 'demographic_answers', rows: readonly SelfReport[]): readonly Spot[] => {
    const items = own(rows, application)
      .map(({ text }) => text)
      .filter((text) => !text.isBlank);
    if (items.length === 0) return [];
    const of = view.dossiers.get(application.id) ?? view.person;
    const label = `${wordsOf(part)} of ${labelOf(application)}`;
    const common = { kind: 'dossier.field', own: true, ability: selfReported } as const;
    return [besideSpot(view, { ...common, part, application: application.id, label, content: list(items), of })];
  };
  const { eeoc = [], demographics = [] } = view.record;
  return [...spot('eeoc', eeoc), ...spot('demographic_answers', demographics)];
}

/** The same where the credential is not shown any. */
function outOfReach(view: View): readonly Spot[] {
  const { id, person: of, record } = view;
  const missing = (['eeoc', 'demographic_answers'] as const).filter(
    (part) => record[part === 'eeoc' ? 'eeoc' : 'demographics'] === undefined,
  );
  return missing.map((part) =>
    besideSpot(view, {
      ...{ part, kind: 'person.field', label: `${wordsOf(part)} of candidate ${id}, if any` },
      ...{ content: hidden, of, own: true, ability: selfReported },
    }),
  );
}
