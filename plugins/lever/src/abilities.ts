import type { Ability, ByHand, Can, Cannot, SpotKind } from '@lethe/core';

/** What Lever can do to each kind of spot, and what to spots that can do less or otherwise. Each with the vendor's page. */

const api = 'https://hire.lever.co/developer/documentation';
const help = 'https://help.lever.co/hc/en-us/articles/360033764931';
const several = 'https://help.lever.co/hc/en-us/articles/20087348321565';

const chooseAnonymize: ByHand = {
  says: 'In Lever open the opportunity, open the menu with the three dots, choose "Anonymize" and confirm.',
};
const allAtOnce =
  'Lever takes everything personal of the opportunity away in one go, also what the rules would keep, and nobody can bring it back.';
const marked =
  'Lever marks what was deleted and may keep its text on its servers, where the Data API may go on showing it.';

/** What only Lever's own Anonymize takes away; `link` is the opportunity's page. */
export function asked(link: string | undefined): Can {
  return {
    can: ['ask'],
    provable: true,
    byHand: link === undefined ? chooseAnonymize : { ...chooseAnonymize, link },
    sideEffect: allAtOnce,
    source: help,
  };
}

/** A contact is anonymized when all its opportunities are: what else is missing then is one that the key does not see. */
const askedOfAll: Can = {
  can: ['ask'],
  provable: true,
  byHand: {
    says: 'In Lever anonymize every opportunity of this candidate, also those this key does not see: only then does Lever count the candidate as anonymized.',
  },
  source: several,
};

const changed: Ability = { can: ['clear'], provable: true, source: `${api}#contacts` };

/** Every kind of spot, as Lever sees it. */
export const abilities: Readonly<Record<SpotKind, Ability>> = {
  'person.name': { can: ['set'], provable: true, source: `${api}#contacts` },
  'person.email': changed,
  'person.login': { can: 'nothing', because: 'Candidates do not sign in to Lever.', source: api },
  'person.phone': changed,
  'person.photo': {
    can: 'nothing',
    because: 'The Data API does not show pictures of candidates; Anonymize in Lever takes them away.',
    source: help,
  },
  'person.field': { can: ['clear', 'cut'], provable: true, source: `${api}#contacts` },
  'person.history': askedOfAll,
  'person.access': { can: 'nothing', because: 'Candidates do not sign in to Lever.', source: api },
  'person.record': {
    can: 'nothing',
    because: 'The Data API deletes no contact, and reports would lose it.',
    source: `${api}#contacts`,
  },
  'dossier.title': {
    can: 'nothing',
    because: "An opportunity bears the contact's name and has no title of its own.",
    source: `${api}#opportunities`,
  },
  'dossier.description': {
    can: 'nothing',
    because: 'Opportunities have no description.',
    source: `${api}#opportunities`,
  },
  'dossier.field': asked(undefined),
  'dossier.people': {
    can: 'nothing',
    because: 'Owners and followers of an opportunity are users of Lever, never the candidate.',
    source: `${api}#opportunities`,
  },
  'dossier.history': asked(undefined),
  'dossier.record': {
    can: 'nothing',
    because: 'The Data API deletes no opportunity, and reports would lose it.',
    source: `${api}#opportunities`,
  },
  'message.subject': { can: 'nothing', because: 'Notes have no subject of their own.', source: `${api}#notes` },
  'message.body': {
    can: ['remove'],
    provable: true,
    remains: marked,
    sideEffect: 'The note is gone from the opportunity, for everybody; what Lever counts as notes may go down by one.',
    source: `${api}#notes`,
  },
  'message.copies': { can: 'nothing', because: 'Notes have no list of copies.', source: `${api}#notes` },
  'message.envelope': { can: 'nothing', because: 'Notes have no envelope.', source: `${api}#notes` },
  attachment: { can: ['remove'], provable: true, source: `${api}#files` },
};

/** Tags are counted: one goes only where it names the candidate. */
export const tagsAbility: Can = {
  can: ['cut'],
  provable: true,
  sideEffect: 'A tag that names the candidate is taken off this opportunity; the other tags stay.',
  source: `${api}#update-contact-links`,
};

/** Sources are counted, and belong to many. */
export const sourcesAbility: Cannot = {
  can: 'nothing',
  because: 'Reports count by source, and a source belongs to many opportunities.',
  instead: 'If a source is called after the candidate, rename it in Lever: Settings > Sources.',
  source: `${api}#sources`,
};

/** Notes that were deleted and are still shown. */
export const deletedAlready: Cannot = {
  can: 'nothing',
  because: 'It was deleted in Lever, which keeps the text of what was deleted where only the Data API shows it.',
  instead: 'Ask Lever to remove it from its servers.',
  source: `${api}#notes`,
};

/** Feedback that people entered in Lever. */
export const enteredFeedback: Cannot = {
  can: 'nothing',
  because: 'Lever lets its API delete only feedback that came in by the API; Anonymize hides the rest and keeps it.',
  instead: 'Edit or delete the feedback form in Lever before the opportunity is anonymized.',
  source: `${api}#feedback`,
};

/** Feedback that came in by the API. */
export const removableFeedback: Can = {
  can: ['remove'],
  provable: true,
  remains: marked,
  sideEffect: 'Reports on feedback lose this form.',
  source: `${api}#feedback`,
};

/** What was said about an interview. */
export const interviewText: Cannot = {
  can: 'nothing',
  because: 'Lever keeps past interviews for its reports, and its API changes only those that another calendar manages.',
  instead: 'Edit the interview in Lever before the opportunity is anonymized.',
  source: `${api}#interviews`,
};

/** What Lever's help says stays behind the Data API after Anonymize. */
export const keptBehind: Cannot = {
  can: 'nothing',
  because:
    'The Data API cannot change it, and Anonymize in Lever hides it from everybody and keeps it where only the Data API reaches it.',
  instead:
    'Ask Lever to remove it from its servers. If the Data API shows none of it after an Anonymize in your Lever, say so in `anonymizeTakes`.',
  source: help,
};

/** Opportunities that may be there without this key being shown them. */
export const unknownConfidential: Cannot = {
  can: 'nothing',
  because:
    'No confidential opportunity came back from Lever, so nothing tells whether there is none or whether this key is not shown any.',
  instead:
    'Use a key made with "Allow access to confidential data", or set `confidentialHiring: false` if there are no confidential postings.',
  source: 'https://help.lever.co/hc/en-us/articles/360042364412',
};

/** Opportunities this key is certainly not shown. */
export const hiddenConfidential: Cannot = {
  ...unknownConfidential,
  because: 'Lever refuses to show confidential opportunities to this key, so that they stay as they are.',
};
