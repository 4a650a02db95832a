import { Personal } from '@lethe/core';
import type { Ability, Content, Message, Person, Spot } from '@lethe/core';
import { offerAbility, reasonAbility, unheardAbility } from './abilities.ts';
import { personOf, unlessLeft } from './candidate-spots.ts';
import { fieldSpots } from './field-spots.ts';
import { lines } from './form.ts';
import { messageIdOf, userIdOf } from './ids.ts';
import { applicationSpot } from './place.ts';
import type { ApplicationPart } from './place.ts';
import type { Application } from './schema.ts';
import type { ApplicationView } from './views.ts';

/** Every spot of an application that was read. */
export function applicationSpots(view: ApplicationView): readonly Spot[] {
  const { application, dossier } = view;
  return [
    ...feedbackSpots(view),
    ...writtenSpots(view),
    ...fieldSpots(view, {
      ...{ fields: application.customFields, dossier, person: whose(application) },
      idOf: (field) => applicationSpot(application.id, 'field', field),
    }),
    ...ownSpots(view),
    unheardSpot(view),
  ];
}

/** What no call shows; it also makes every application seen as a case, one with nothing else in it too. */
function unheardSpot({ application, dossier }: ApplicationView): Spot {
  return {
    ...{ id: applicationSpot(application.id, 'unseen'), kind: 'dossier.history', of: dossier },
    ...{ label: `recordings and transcripts of ${dossier.label}`, content: { form: 'hidden' } },
    ...{ holder: whose(application).id, ability: unheardAbility },
  };
}

/** Whose an application is, as far as the application tells. */
function whose({ candidate: { id } }: Application): Person {
  return personOf({ id, name: Personal.blank, emailAddresses: [], phoneNumbers: [] });
}

function plain(text: Personal): Content {
  return { form: 'plain', text };
}

function feedbackSpots({ application, feedback, dossier }: ApplicationView): readonly Spot[] {
  return feedback
    .filter(({ submittedValues }) => !submittedValues.isBlank)
    .map(({ id, submittedValues, submittedAt, submittedByUser }, at): Spot => {
      const of: Message = {
        ...{ type: 'message', id: messageIdOf('feedback', id), dossier: dossier.id, at: submittedAt ?? new Date(0) },
        ...{ channel: 'feedback', direction: 'internal', author: userIdOf(submittedByUser?.id), opensDossier: false },
        ...{ from: [], to: [], copies: [], attendees: [], recipients: [], about: whose(application).id },
      };
      return {
        id: applicationSpot(application.id, 'feedback', id),
        kind: 'message.body',
        label: `scorecard ${at + 1} of ${dossier.label}`,
        of,
        content: plain(submittedValues),
        ...(dossier.location === undefined ? {} : { location: dossier.location }),
      };
    });
}

interface Cell {
  readonly part: ApplicationPart;
  readonly which?: string;
  readonly label: string;
  readonly content: Content;
  readonly ability: Ability;
}

/** What colleagues wrote beside scorecards: it counts where it names the candidate. */
function writtenSpots({ application, offers, dossier }: ApplicationView): readonly Spot[] {
  const { archiveReason } = application;
  const reason = lines(...(archiveReason?.customFields ?? []).map(({ value }) => value));
  const cells: readonly Cell[] = [
    { part: 'reason', label: 'remarks on archiving', content: plain(reason), ability: reasonAbility },
    ...offers.map(({ id, latestVersion }, at): Cell => {
      const text = lines(...(latestVersion?.customFields ?? []).map(({ value }) => value));
      return { part: 'offer', which: id, label: `offer ${at + 1}`, content: plain(text), ability: offerAbility };
    }),
  ];
  return spotsFrom(application, cells, dossier).map((spot) => ({ ...spot, kind: 'dossier.field', of: dossier }));
}

/** What the candidate left behind when applying: Ashby anonymizes candidates, so that it goes with the candidate or not at all. */
function ownSpots(view: ApplicationView): readonly Spot[] {
  const { application, dossier } = view;
  const { submitterClientIp, submitterUserAgent, applicationFormSubmissions, resumeFileHandle } = application;
  const client = plain(lines(submitterClientIp, submitterUserAgent));
  const cells: readonly Cell[] = [
    { part: 'client', label: 'IP address and browser', content: client, ability: unlessLeft(view, 'clientInfo') },
    ...applicationFormSubmissions.map(({ id, submittedValues }, at): Cell => ({
      ...{ part: 'answers', which: id, label: `answers ${at + 1}` },
      ...{ content: plain(submittedValues), ability: unlessLeft(view, 'answers') },
    })),
    ...(resumeFileHandle == null
      ? []
      : [resumeCell(resumeFileHandle.id, resumeFileHandle.name, unlessLeft(view, 'files'))]),
  ];
  const holder = whose(application).id;
  return spotsFrom(application, cells, dossier).map((spot) => ({ ...spot, kind: 'person.field', of: dossier, holder }));
}

function resumeCell(which: string, name: Personal, ability: Ability): Cell {
  return { part: 'resume', which, label: 'résumé', content: { form: 'file', name }, ability };
}

function spotsFrom(
  { id }: Application,
  cells: readonly Cell[],
  { label: of, location }: ApplicationView['dossier'],
): readonly Omit<Spot, 'kind' | 'of'>[] {
  return cells
    .filter(({ content }) => content.form !== 'plain' || !content.text.isBlank)
    .map(({ part, which, label, content, ability }) => ({
      ...{ id: applicationSpot(id, part, which), label: `${label} of ${of}`, content, ability },
      ...(location === undefined ? {} : { location }),
    }));
}
