import type { Ability, Can, Cannot, SpotKind } from '@lethe/core';

/** What Ashby can do to each kind of spot, and what to spots that can do less or otherwise. Each with the vendor's page. */

const api = 'https://developers.ashbyhq.com/reference';
const anonymize = `${api}/candidateanonymize`;
const update = `${api}/candidateupdate`;
const fields = `${api}/customfieldsetvalues`;
const notes = `${api}/candidatelistnotes`;
const byHand = 'Open the candidate in Ashby and edit or delete it there, before the candidate is anonymized.';

/** What goes with `candidate.anonymize`. */
export const takenAlong: Can = {
  can: ['remove'],
  provable: true,
  sideEffect:
    'candidate.anonymize takes all it takes in one go, also what the rules would keep, and nobody can bring it back.',
  source: anonymize,
};

/** Nothing of this kind is there. */
function none(because: string): Cannot {
  return { can: 'nothing', because, source: `${api}/candidateinfo` };
}

/** Every kind of spot, as Ashby sees it. */
export const abilities: Readonly<Record<SpotKind, Ability>> = {
  'person.name': { can: ['set'], provable: true, source: update },
  'person.email': takenAlong,
  'person.login': none('Candidates do not sign in to Ashby.'),
  'person.phone': takenAlong,
  'person.photo': none('The API shows no pictures of candidates.'),
  'person.field': takenAlong,
  'person.history': none('The API shows no log of changes.'),
  'person.access': none('Candidates do not sign in to Ashby.'),
  'person.record': none('The API deletes no candidate, and reports would lose it.'),
  'dossier.title': none('An application bears the name of its candidate and has no title of its own.'),
  'dossier.description': none('Applications have no description.'),
  'dossier.field': { can: ['clear', 'cut'], provable: true, source: fields },
  'dossier.people': none('A hiring team is made of users of Ashby, never of the candidate.'),
  'dossier.history': none('The API shows no log of changes.'),
  'dossier.record': none('The API deletes no application, and reports would lose it.'),
  'message.subject': none('Notes and feedback have no subject.'),
  'message.body': {
    can: 'nothing',
    because: 'The API writes new notes and feedback, and neither changes nor deletes what is there.',
    instead: byHand,
    source: notes,
  },
  'message.copies': none('Notes and feedback have no list of copies.'),
  'message.envelope': none('Notes and feedback have no envelope.'),
  attachment: none('Files are filed under the candidate, and go with what else is the candidate’s.'),
};

/** Links take one call, which replaces all of them. */
export const linksAbility: Can = { can: ['clear'], provable: true, source: update };

/** Fields of the organization, where this Ashby does not take an empty text. */
export const overwritten: Can = { can: ['set', 'cut'], provable: true, source: fields };

/** Tags are counted: one goes only where it names the candidate. */
export const tagsAbility: Can = {
  can: ['cut'],
  provable: true,
  sideEffect: 'A tag that names the candidate is taken off them; the other tags stay.',
  source: `${api}/candidateremovetag`,
};

/** Fields whose value is chosen from a list of the organization. */
export const chosen: Cannot = {
  can: 'nothing',
  because: 'Its value is chosen from a list of the organization, which reports count by.',
  instead: 'If an entry of the list names the candidate, rename it in Ashby.',
  source: fields,
};

/** What somebody wrote when an application was archived. */
export const reasonAbility: Cannot = {
  can: 'nothing',
  because: 'The API does not change why an application was archived.',
  instead: byHand,
  source: `${api}/applicationinfo`,
};

/** What an offer says. */
export const offerAbility: Cannot = {
  can: 'nothing',
  because: 'An offer is changed only as a new version of it, with the old one kept.',
  instead: byHand,
  source: `${api}/offerupdate`,
};

/** Fields that cannot be empty: a day, a number, an amount, an address of the web. */
export const neverEmpty: Cannot = {
  can: 'nothing',
  because: 'Ashby has no empty value for a field of this type, and does not say whether candidate.anonymize clears it.',
  instead: 'Empty it in Ashby, or put `customFields` into `anonymizeTakes` if your Ashby was seen to take it.',
  source: fields,
};

/** What `anonymizeTakes` says Anonymize does not take. */
export const notTaken: Cannot = {
  can: 'nothing',
  because: 'No call of the API changes it, and `anonymizeTakes` says that candidate.anonymize leaves it.',
  instead: byHand,
  source: anonymize,
};

/** What no call shows. */
export const unseenAbility: Cannot = {
  can: 'nothing',
  because:
    'The API shows no e-mails, survey answers and fraud checks of one candidate, and Ashby does not say whether candidate.anonymize takes them.',
  instead: 'Open the candidate in Ashby after the run and look what is left.',
  source: 'https://docs.ashbyhq.com/data-privacy-and-compliance',
};

/** What was recorded of interviews. */
export const unheardAbility: Cannot = {
  ...unseenAbility,
  because:
    'The API changes no recording or transcript of an interview, and Ashby does not say whether candidate.anonymize takes them.',
  source: 'https://developers.ashbyhq.com/reference/notetakertranscriptinfo',
};
