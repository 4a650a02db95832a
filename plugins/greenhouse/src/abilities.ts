import type { Ability, Can, Cannot, SpotKind } from '@lethe/core';
import type { Field } from './fields/field.ts';
import { effects } from './fields/effects.ts';
import type { PresetName } from './fields/presets.ts';

/** What Greenhouse can do to each kind of spot, and what to spots that can do less or otherwise. Each with the vendor's page. */

const api = 'https://harvestdocs.greenhouse.io/reference';
const anonymization = 'https://developers.greenhouse.io/harvest.html#put-anonymize-candidate';
const documented = 'https://developers.greenhouse.io/webhooks.html#candidate-anonymized';
const support = 'https://support.greenhouse.io/hc/en-us/articles/360002418112';

/** Greenhouse's support says that the log may go on being shown, names included, after it was anonymized. */
const logOnScreen =
  "Greenhouse's support says that the activity feed on its own screen may go on showing lines that name the candidate.";

/** What the anonymization of one field does, for spots it takes along. */
export function taken(field: Field, shown: boolean): Can {
  return {
    can: field === 'full_name' ? ['set'] : field === 'attachments' ? ['remove'] : ['clear'],
    provable: shown,
    sideEffect: effects[field],
    ...(field === 'activity_items' ? { remains: logOnScreen } : {}),
    source: documented,
  };
}

/** What a preset leaves. */
export function leftOut(field: Field, preset: PresetName): Cannot {
  return {
    can: 'nothing',
    because: `The preset ${preset} leaves ${field.replaceAll('_', ' ')}. Anonymized, it would mean: ${effects[field]}`,
    instead: 'Change it by hand in Greenhouse, or choose a preset that takes it along.',
    source: documented,
  };
}

function cannot(because: string, instead?: string): Cannot {
  return {
    ...{ can: 'nothing', because, source: api },
    ...(instead === undefined ? {} : { instead }),
  };
}

/** Greenhouse anonymizes a candidate, never an application. */
export const candidateOnly: Cannot = {
  can: 'nothing',
  because: 'Greenhouse anonymizes this on all applications of the candidate at once, or not at all.',
  instead: 'Anonymize the whole candidate as soon as no application is active, or edit this application by hand.',
  source: anonymization,
};

/** One file, where version 3 deletes it by itself. */
export const oneFile: Can = { can: ['remove'], provable: true, source: `${api}/delete_v3-attachments-id` };

/** The name people are called by, beside the first one. */
export const preferredName: Can = {
  can: ['clear'],
  provable: true,
  sideEffect: 'No field of the anonymization covers the preferred name: it is emptied beside it.',
  source: `${api}/patch_v3-candidates-id`,
};

/** Pronouns, which only the screen shows. */
export const pronouns = cannot(
  'The API neither shows pronouns nor changes them, and no field of the anonymization covers them.',
  'Remove them in Greenhouse, or set `pronouns: not-asked` if nobody is asked for them.',
);

/** EEOC and demographic answers, which only a retention rule removes. */
export const selfReported = cannot(
  'What people told about themselves for statistics is not in the list of what can be anonymized, and the API changes none of it.',
  'Have it removed by a retention rule of Greenhouse, which covers it: Configure > Privacy & compliance.',
);

/** Entries of the feed that are neither notes nor mails nor lines of the log. */
export const feedText = cannot(
  'No field of the anonymization covers this part of the activity feed, and the API does not change it.',
  'Delete it in Greenhouse.',
);

/** Evaluations a preset leaves, and what it would mean to take them. */
export function scorecardText(preset: PresetName): Cannot {
  return leftOut('scorecards_and_interviews', preset);
}

function none(because: string): Ability {
  return { can: 'nothing', because, source: api };
}
const clear: Can = { can: ['clear'], provable: true, source: documented };

/** Every kind of spot, as Greenhouse sees it. */
export const abilities: Readonly<Record<SpotKind, Ability>> = {
  'person.name': { can: ['set'], provable: true, sideEffect: effects.full_name, source: documented },
  'person.email': { ...clear, sideEffect: effects.email_addresses },
  'person.login': none('Candidates do not sign in to Greenhouse.'),
  'person.phone': { ...clear, sideEffect: effects.phone_numbers },
  'person.photo': {
    can: 'nothing',
    because:
      'The API does not change pictures; the one Greenhouse shows is an attachment and goes with the attachments.',
    source: support,
  },
  'person.field': clear,
  'person.history': none('Greenhouse keeps no change log of a candidate beside the activity feed.'),
  'person.access': none('Candidates do not sign in to Greenhouse.'),
  'person.record': none('Deleting a candidate would take it out of every report.'),
  'dossier.title': none("An application bears the candidate's name and has no title of its own."),
  'dossier.description': none('Applications have no description.'),
  'dossier.field': clear,
  'dossier.people': none('Whoever takes part in an application beside the candidate is a user of Greenhouse.'),
  'dossier.history': none('The log of an application is the activity feed of its candidate.'),
  'dossier.record': none('Deleting an application would take it out of every report.'),
  'message.subject': none('Notes and mails go as a whole, with what they are about.'),
  'message.body': none('Notes and mails go as a whole, with all of their kind, by a field of the anonymization.'),
  'message.copies': none('Mails go as a whole, with whom they were sent to.'),
  'message.envelope': none('Mails go as a whole, with whom they were sent to.'),
  attachment: { can: ['remove'], provable: true, sideEffect: effects.attachments, source: documented },
};
