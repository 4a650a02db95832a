import type { KeptReason } from '../plan.ts';
import type { StopReason } from '../execution/run.ts';
import type { SpotKind, Verb } from '../host.ts';
import type { LedgerState } from '../ledger-entry.ts';
import type { StepEnd } from './schema.ts';

/** Kinds of spots in words; a host's own words for person, case and message are in each label. */
export const kindWords: Readonly<Record<SpotKind, string>> = {
  'person.name': 'name',
  'person.email': 'e-mail addresses',
  'person.login': 'login name',
  'person.phone': 'phone numbers',
  'person.photo': 'picture',
  'person.field': 'fields of the account',
  'person.history': 'change log of the account',
  'person.access': 'sign-in and sessions',
  'person.record': 'the account itself',
  'dossier.title': 'titles of cases',
  'dossier.description': 'descriptions of cases',
  'dossier.field': 'fields of cases',
  'dossier.people': 'places on cases, such as watcher',
  'dossier.history': 'change log of cases',
  'dossier.record': 'cases themselves',
  'message.subject': 'subjects of messages',
  'message.body': 'texts of messages',
  'message.copies': 'copy lists (CC, BCC)',
  'message.envelope': 'senders and recipients of messages',
  attachment: 'attachments',
};

/** What was to be done, in words. */
export const verbWords: Readonly<Record<Verb, string>> = {
  cut: 'cut the mentions out',
  clear: 'empty',
  set: 'replace',
  remove: 'delete',
  close: 'close',
  ask: 'done in the host by hand',
};

/** How steps ended, in words, best first. */
export const endWords: Readonly<Record<StepEnd, string>> = {
  clean: 'seen gone',
  'already-clean': 'was gone before',
  unprovable: 'said done, not shown',
  waiting: 'still being done',
  'still-there': 'said done, still there',
  refused: 'refused by the host',
  stale: 'edited since, left alone',
  open: 'not done',
};

/** Why something stays as it is, in words. */
export const keptWords: Readonly<Record<KeptReason, string>> = {
  uninvolved: 'the person has nothing to do with it',
  rule: 'the rules keep it',
  'already-clean': 'nothing personal was left in it',
  ambiguous: 'it may mean somebody else',
  'goes-with-case': 'it goes with its case, which is deleted as a whole',
};

/** What the state of a run means, as one sentence. */
export const stateWords: Readonly<Record<LedgerState, string>> = {
  running: 'The run goes on, or was killed; this is how far it got.',
  stopped: 'The run stopped before its end. What is listed as not done still holds personal data.',
  done: 'Every step ended as it should, and nothing that was found is left.',
  'done-with-gaps': 'Every step that could be done was done. What is left is listed below.',
  queued:
    'The run is approved and has not begun, or waits to go on. Everything listed as not done still holds personal data.',
  superseded: 'The run had stopped, and a newer plan for the same person took its place.',
  'called-off': 'The run was called off before its end. What is listed as not done still holds personal data.',
};

/** Why a run stopped, in words. */
export const reasonWords: Readonly<Record<StopReason, string>> = {
  'not-approved': 'the confirmation did not hold',
  obstacles: 'something stood in the way',
  'plan-grew': 'more came up than was reviewed',
  interrupted: 'somebody interrupted it',
  'unfinished-steps': 'some steps did not end as they should',
  'waiting-for-somebody': 'it waits for what somebody has to do in the host by hand',
  'signed-out': 'the host no longer accepts the key',
  'not-permitted': 'the host does not permit it',
  gone: 'the host no longer has it',
  locked: 'the host had it locked',
  'too-fast': 'the host asked for more patience than there was',
  down: 'the host did not answer',
  rejected: 'the host rejected a call',
  unreadable: 'the host gave an answer that could not be read',
};
