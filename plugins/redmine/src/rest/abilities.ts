import type { Ability, SpotKind } from '@lethe/core';
import { keptAccount, keptIssue } from '../kept-records.ts';

const wiki = 'https://www.redmine.org/projects/redmine/wiki/';
const code = 'https://www.redmine.org/projects/redmine/repository/svn/entry/branches/5.0-stable/';
const installPart = "Install Lethe's part in Redmine (plugins/redmine/native), or change it in Redmine's database.";

/** What follows from a change of an issue over REST: Redmine itself copies what was there. */
const intoHistory = {
  remains: "the issue's history, which keeps the whole old text for everybody who sees the issue",
  sideEffect:
    "Redmine mails those who follow the issue about the change, the old subject included, unless 'Issue updated' is off under Administration > Settings > Email notifications.",
};

/** What Redmine can do over its REST API alone. */
export const restAbilities: Readonly<Record<SpotKind, Ability>> = {
  'person.name': {
    can: ['set'],
    provable: true,
    sideEffect: "Redmine insists on a last name: it becomes '-' where the new name is one word.",
    source: `${code}app/models/user.rb`,
  },
  'person.email': {
    can: ['set'],
    provable: true,
    sideEffect: 'Redmine mails the old address that it was changed.',
    source: `${code}app/models/email_address.rb`,
  },
  'person.login': { can: ['set'], provable: true, source: `${wiki}Rest_Users` },
  'person.phone': { can: ['clear', 'set', 'cut'], provable: true, source: `${wiki}Rest_Users` },
  'person.photo': {
    can: 'nothing',
    because: 'Redmine keeps no pictures of people; Gravatar finds them by the address.',
    source: `${code}app/helpers/avatars_helper.rb`,
  },
  'person.field': { can: ['clear', 'set', 'cut'], provable: true, source: `${wiki}Rest_Users` },
  'person.history': {
    can: 'nothing',
    because: 'The REST API does not change the time of the last sign-in. Redmine keeps no other history of accounts.',
    instead: installPart,
    source: `${wiki}Rest_Users`,
  },
  'person.access': {
    can: ['close'],
    provable: true,
    sideEffect: 'Locking ends all sessions. The API key stays in the database and stops working.',
    source: `${code}app/models/user.rb`,
  },
  'person.record': keptAccount,
  'dossier.title': { can: ['set', 'cut'], provable: true, ...intoHistory, source: `${wiki}Rest_Issues` },
  'dossier.description': { can: ['clear', 'set', 'cut'], provable: true, ...intoHistory, source: `${wiki}Rest_Issues` },
  'dossier.field': { can: ['clear', 'set', 'cut'], provable: true, ...intoHistory, source: `${wiki}Rest_Issues` },
  'dossier.people': { can: ['remove'], provable: true, source: `${wiki}Rest_Issues` },
  'dossier.history': {
    can: 'nothing',
    because: 'The REST API shows history and does not change it.',
    instead: installPart,
    source: `${wiki}Rest_Issues`,
  },
  'dossier.record': keptIssue,
  'message.subject': {
    can: 'nothing',
    because: 'Notes have no subject, and forums are not in the REST API.',
    instead: installPart,
    source: `${wiki}Rest_api`,
  },
  // A note left blank would be deleted, and one note less would be counted.
  'message.body': { can: ['set', 'cut'], provable: true, source: `${code}app/controllers/journals_controller.rb` },
  'message.copies': {
    can: 'nothing',
    because: 'Redmine keeps no list of who a mail went to; people in copy become watchers.',
    source: `${code}app/models/mail_handler.rb`,
  },
  'message.envelope': {
    can: 'nothing',
    because: 'Redmine keeps no headers of mails. Names of committers are not in the REST API.',
    instead: installPart,
    source: `${code}app/models/mail_handler.rb`,
  },
  // To rename it first would keep the name out of the history, and a run killed between the two calls would leave a file
  // that looks as if somebody had changed it since the review.
  attachment: {
    can: ['remove'],
    provable: true,
    remains: "the issue's history, which keeps the name of a deleted file",
    source: `${code}app/controllers/attachments_controller.rb`,
  },
};

/** In closed projects Redmine lets nobody write, administrators included. */
export const projectClosed: Ability = {
  can: 'nothing',
  because: 'The project is closed, and Redmine changes nothing in closed projects.',
  instead: 'Reopen the project for the time of the run.',
  source: `${code}app/models/project.rb`,
};

/** Texts Redmine shows over REST and does not take back. */
export const notInRest: Ability = {
  can: 'nothing',
  because: 'The REST API does not change this.',
  instead: installPart,
  source: `${wiki}Rest_api`,
};

/** Addresses besides the first, and much else of an account, are not shown over REST. */
export const secondaryHidden: Ability = {
  can: 'nothing',
  because: 'The REST API neither shows nor changes additional addresses of an account.',
  instead: `Remove them on the account's page in Redmine, and name them to the review as what the person also goes by. ${installPart}`,
  source: `${wiki}Rest_Users`,
};

/** Where Redmine keeps names that no call of the REST API lists or searches: nobody can tell whether the person is there. */
export const elsewhereHidden: Ability = {
  can: 'nothing',
  because:
    'The REST API neither shows nor searches saved queries, imports, names of categories and forums, versions with their fields, titles, redirects, old versions and edit comments of wiki pages, and the welcome text.',
  instead: installPart,
  source: `${wiki}Rest_api`,
};

/** Texts that may be empty and leave no history. */
export const plainText: Ability = { can: ['clear', 'set', 'cut'], provable: true, source: `${wiki}Rest_api` };

/** Texts that may not be empty and leave no history. */
export const requiredText: Ability = { can: ['set', 'cut'], provable: true, source: `${wiki}Rest_api` };

/** A file on a page, news or a project: nothing keeps its name. */
export const fileElsewhere: Ability = { can: ['remove'], provable: true, source: `${wiki}Rest_Attachments` };

/** A required custom field of an account. */
export const requiredUserField: Ability = { can: ['set', 'cut'], provable: true, source: `${wiki}Rest_Users` };

/** A required custom field of an issue. */
export const requiredIssueField: Ability = { ...requiredUserField, ...intoHistory, source: `${wiki}Rest_Issues` };

/** An issue's field that takes only certain values. */
export const issueChoice: Ability = {
  can: ['cut', 'clear'],
  provable: true,
  remains: intoHistory.remains,
  sideEffect: 'A field that takes only certain values is emptied.',
  source: `${wiki}Rest_Issues`,
};

/** An account's field that takes only certain values. */
export const userChoice: Ability = { can: ['clear'], provable: true, source: `${wiki}Rest_Users` };

/** A required field that takes only certain values: there is nothing neutral to put there. */
export const requiredChoice: Ability = {
  can: 'nothing',
  because: 'The field is required and takes only certain values.',
  instead: 'Make the field optional under Administration > Custom fields, or add a neutral value and choose it.',
  source: `${code}app/models/custom_field.rb`,
};

/** A wiki page's text: what was there becomes an older version. */
export const wikiText: Ability = {
  can: ['set', 'cut'],
  provable: true,
  remains: "older versions of the wiki page, which everybody who may see the page's history can read",
  sideEffect: 'The page gets a new version by the account of the key, and those who watch it are mailed.',
  source: `${wiki}Rest_WikiPages`,
};
