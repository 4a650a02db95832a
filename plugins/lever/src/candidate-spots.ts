import type { Ability, Content, Personal, PersonId, Spot } from '@lethe/core';
import { asked, keptBehind } from './abilities.ts';
import { distinct, lines } from './form.ts';
import { personIdOf } from './ids.ts';
import type { Cell, OpportunityView } from './opportunity-view.ts';
import { pageOf, spotIn } from './opportunity-view.ts';
import type { KeptByLever } from './options.ts';
import type { Application } from './schema.ts';

/** What is the candidate's own in an opportunity, whoever entered it. */
export function candidateSpots(view: OpportunityView): readonly Spot[] {
  const holder = personIdOf(view.opportunity.contact);
  const cells = [...applicationCells(view), ...resumeCells(view), ...referralCells(view), ...unseenCells(view)];
  return [...cells.map((cell) => ({ ...spotIn(view, cell), holder })), ...fileSpots(view, holder)];
}

/** What Anonymize in Lever takes away, as far as anybody knows. */
function byHand({ opportunity }: OpportunityView): Ability {
  return asked(pageOf(opportunity));
}

/** What Lever's help says stays, unless this Lever was seen to take it away. */
export function unlessKept(view: OpportunityView, what: KeptByLever): Ability {
  return view.options.anonymizeTakes.includes(what) ? byHand(view) : keptBehind;
}

type Field = readonly [name: string, label: string, content: Content];

function plain(text: Personal): Content {
  return { form: 'plain', text };
}

function applicationCells(view: OpportunityView): readonly Cell[] {
  return view.lists.application.flatMap((application) => {
    const own = fieldsOf(application).map((field) => cellOf(application, field, byHand(view)));
    const answers = lines(...application.customQuestions);
    const field: Field = ['answers', 'answers to questions', plain(answers)];
    return answers.isBlank ? own : [...own, cellOf(application, field, unlessKept(view, 'answers'))];
  });
}

function cellOf({ id }: Application, [name, label, content]: Field, ability: Ability): Cell {
  return {
    part: 'application',
    which: `${id}.${name}`,
    kind: 'dossier.field',
    label: `${label} on the application`,
    content,
    ability,
  };
}

function fieldsOf(application: Application): readonly Field[] {
  const { name, email, phone, company, links, comments, ipAddress, referer, userAgent } = application;
  const fields: readonly Field[] = [
    ['name', 'name', plain(name)],
    ['email', 'address', plain(email)],
    ['phone', 'phone', plain(phone)],
    ['company', 'company', plain(company)],
    ['comments', 'additional information', plain(comments)],
    ['ip', 'IP address', plain(ipAddress)],
    ['referer', 'page that was left', plain(referer)],
    ['browser', 'browser', plain(userAgent)],
    ['links', 'links', { form: 'list', items: distinct(links) }],
  ];
  return fields.filter(([, , content]) =>
    content.form === 'list' ? content.items.length > 0 : content.form === 'plain' && !content.text.isBlank,
  );
}

/** A resume is gone when neither its file nor what was read out of it is left. */
function resumeCells(view: OpportunityView): readonly Cell[] {
  return view.lists.resume
    .filter(({ file, parsedData }) => file != null || !parsedData.isBlank)
    .map(({ id, file, parsedData }, at) => ({
      part: 'resume',
      which: id,
      kind: 'attachment',
      label: `resume ${at + 1}`,
      content: { form: 'file', name: lines(file?.name ?? parsedData), description: parsedData },
      ability: byHand(view),
    }));
}

/** Whoever referred the candidate wrote who that is. */
function referralCells(view: OpportunityView): readonly Cell[] {
  return view.lists.referral
    .map(({ id, fields }) => ({ id, text: lines(...fields.map(({ value }) => value)) }))
    .filter(({ text }) => !text.isBlank)
    .map(({ id, text }, at) => ({
      part: 'referral',
      which: id,
      kind: 'dossier.field',
      label: `referral ${at + 1}`,
      content: plain(text),
      ability: byHand(view),
    }));
}

/** What the Data API does not show and cannot change is there until Lever says that the opportunity is anonymized. */
function unseenCells(view: OpportunityView): readonly Cell[] {
  if (view.opportunity.isAnonymized) return [];
  return [
    {
      part: 'unseen',
      kind: 'dossier.history',
      label: 'e-mails, picture, drafts and survey answers',
      content: { form: 'hidden' },
      ability: byHand(view),
    },
  ];
}

function fileSpots(view: OpportunityView, holder: PersonId): readonly Spot[] {
  const ability = view.options.files === 'asked' ? { ability: byHand(view) } : {};
  return view.lists.file.map(({ id, name }, at) => ({
    ...spotIn(view, {
      part: 'file',
      which: id,
      kind: 'attachment',
      label: `file ${at + 1}`,
      content: { form: 'file', name },
      ...ability,
    }),
    holder,
  }));
}
