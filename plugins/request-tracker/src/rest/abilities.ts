import type { Ability, Cannot, SpotKind } from '@lethe/core';
import { keptAccount, keptTicket, noPictures } from '../kept-records.ts';

const rest = 'https://docs.bestpractical.com/rt/5.0.3/RT/REST2.html';
const code = 'https://github.com/bestpractical/rt/blob/rt-5.0.3/lib/RT/';
const installPart = "Install Lethe's part in Request Tracker (plugins/request-tracker/native).";

/** What follows from a change of an account over REST: RT itself writes down what was there. */
const intoAccountHistory = { remains: "the account's history, which keeps each old value" };

/** The same with a custom field, of which RT keeps each value, disabled. */
const intoDisabledValues = {
  remains: "the account's history and RT's disabled values of custom fields, which keep each old value",
};

/** What follows from a change of a ticket over REST. */
const intoTicketHistory = {
  remains: "the ticket's history, which keeps the old value for everybody who sees the ticket",
  sideEffect: 'Scrips that wait for changes of tickets run, and may mail.',
};

/** The same with a custom field. */
const intoFieldHistory = {
  ...intoTicketHistory,
  remains: "the ticket's history and RT's disabled values of custom fields, which keep the old value",
};

/** Mails and comments, which the REST API only shows. */
const readOnly: Cannot = {
  can: 'nothing',
  because: 'The REST API shows transactions and attachments and changes none of them (405).',
  instead: `${installPart} Or replace or remove them one by one with rt-munge-attachments and rt-shredder.`,
  source: `${code}REST2/Resource/Attachment.pm`,
};

/** What RT can do over its REST API alone. */
export const restAbilities: Readonly<Record<SpotKind, Ability>> = {
  'person.name': { can: ['set', 'clear'], provable: true, ...intoAccountHistory, source: rest },
  'person.email': { can: ['clear', 'set'], provable: true, ...intoAccountHistory, source: rest },
  'person.login': {
    can: ['set'],
    provable: true,
    ...intoAccountHistory,
    sideEffect: 'The login may not be blank, and nobody else may have it.',
    source: `${code}User.pm`,
  },
  'person.phone': { can: ['clear', 'set', 'cut'], provable: true, ...intoDisabledValues, source: rest },
  'person.photo': noPictures,
  'person.field': { can: ['clear', 'set', 'cut'], provable: true, ...intoDisabledValues, source: rest },
  'person.history': {
    can: 'nothing',
    because: "The REST API shows an account's history and does not change it.",
    instead: installPart,
    source: rest,
  },
  'person.access': {
    can: ['close'],
    provable: true,
    sideEffect:
      'Nobody can sign in with the account any more. Its sessions and tokens stay in the database and stop working.',
    source: `${code}REST2/Resource/User.pm`,
  },
  'person.record': keptAccount,
  'dossier.title': { can: ['set', 'clear', 'cut'], provable: true, ...intoTicketHistory, source: rest },
  'dossier.description': {
    can: 'nothing',
    because: 'Tickets have no description: what opened a ticket is its first message.',
    source: rest,
  },
  'dossier.field': { can: ['clear', 'set', 'cut'], provable: true, ...intoFieldHistory, source: rest },
  'dossier.people': { can: ['remove'], provable: true, source: rest },
  'dossier.history': { ...readOnly, because: "The REST API shows a ticket's history and does not change it." },
  'dossier.record': keptTicket,
  'message.subject': readOnly,
  'message.body': readOnly,
  'message.copies': readOnly,
  'message.envelope': readOnly,
  attachment: readOnly,
};

/** The subject of a ticket that was merged into another: RT answers with the other one, whatever is asked. */
export const mergedAway: Ability = {
  can: 'nothing',
  because: 'The ticket was merged into another one, and the REST API changes that one instead.',
  instead: installPart,
  source: `${code}Ticket.pm`,
};

/** Where RT keeps names that no call of the REST API lists or searches: nobody can tell whether the person is there. */
export const elsewhereHidden: Ability = {
  can: 'nothing',
  because:
    "The REST API neither shows nor searches old values of custom fields, preferences, sessions, addresses tickets do not write to, others' accounts, links, articles and assets.",
  instead: installPart,
  source: rest,
};

/** A ticket's field that takes only certain values. */
export const ticketChoice: Ability = {
  can: ['cut', 'clear'],
  provable: true,
  remains: intoFieldHistory.remains,
  sideEffect: 'A field that takes only certain values is emptied.',
  source: rest,
};

/** An account's field that takes only certain values. */
export const userChoice: Ability = { can: ['clear'], provable: true, ...intoDisabledValues, source: rest };

/** A field that may not be blank: RT answers 200 and changes nothing. */
export const mandatoryField: Ability = {
  can: ['set', 'cut'],
  provable: true,
  remains: "the history and RT's disabled values of custom fields, which keep the old value",
  source: `${code}CustomField.pm`,
};

/** A field that may not be blank and takes only certain values: there is nothing neutral to put there. */
export const mandatoryChoice: Ability = {
  can: 'nothing',
  because: 'The field is mandatory and takes only certain values.',
  instead: 'Make the field optional (Admin > Custom Fields), or add a neutral value and choose it.',
  source: `${code}CustomField.pm`,
};
