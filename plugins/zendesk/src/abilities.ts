import type { Ability, Cannot, SpotKind } from '@lethe/core';

/** What Zendesk can do to each kind of spot, and what to a few spots that can do less. Each with the vendor's page. */

const reference = 'https://developer.zendesk.com/api-reference/ticketing';
const redacting = 'https://support.zendesk.com/hc/en-us/articles/4408846470170';
const forgetting = 'https://support.zendesk.com/hc/en-us/articles/4408845703194';
const audits = `${reference}/tickets/ticket_audits/`;
const tickets = `${reference}/tickets/tickets/`;
const users = `${reference}/users/users/`;
const identities = `${reference}/users/user_identities/`;

const auditKeepsIt =
  "The ticket's audit log keeps the old value, which nobody can change; only deleting the ticket permanently removes it.";
const redactionAlso =
  'Switches "View original email" off for the whole ticket, adds the tag redacted_content, and counts as an update: triggers on updated tickets may send mail. Each character becomes a block, so that the length of the text still shows; mail that was delivered, webhooks and exports are beyond reach.';
const fileAlso =
  'Switches "View original email" off for the whole ticket and adds the tag redacted_content; an empty file called redacted.txt takes the place of the file.';
const updateAlso = 'Counts as an update of the ticket: triggers on updated tickets may send mail.';
const deleteTicket = 'Delete the ticket permanently in Zendesk.';
const accountLog =
  "Where the plan has an account audit log (Enterprise), it keeps the user's former name; on every plan, server logs keep it until they expire.";

/** Every kind of spot, as Zendesk sees it. */
export const abilities: Readonly<Record<SpotKind, Ability>> = {
  'person.name': { can: ['set'], provable: true, sideEffect: accountLog, source: users },
  'person.email': {
    can: ['remove'],
    provable: true,
    sideEffect: 'Where Zendesk does not give up the last address, it is replaced with one that ends in .invalid.',
    source: identities,
  },
  'person.login': { can: ['clear'], provable: true, source: identities },
  'person.phone': { can: ['clear'], provable: true, source: users },
  'person.photo': { can: ['remove'], provable: true, source: users },
  'person.field': { can: ['clear'], provable: true, source: users },
  'person.history': {
    can: 'nothing',
    because:
      "Zendesk's search does not look into audit logs, side conversations or what others wrote in the Help Center: mentions there stay unseen where no list leads to them.",
    instead: 'Look for the user in the Help Center yourself; notifications in audit logs go with their ticket only.',
    source: 'https://developer.zendesk.com/api-reference/ticketing/ticket-management/search/',
  },
  'person.access': {
    can: ['close'],
    provable: true,
    sideEffect: 'Mail that a suspended user sends from then on lands among the suspended tickets: look there later.',
    source: users,
  },
  'person.record': {
    can: ['remove'],
    provable: true,
    sideEffect:
      'Deletes the user for good: it leaves its organization and all product reports, and its ratings lose their comments.',
    source: forgetting,
  },
  'dossier.title': {
    can: ['set', 'cut'],
    provable: true,
    remains: auditKeepsIt,
    sideEffect: updateAlso,
    source: tickets,
  },
  'dossier.description': {
    can: 'nothing',
    because: 'A description is the first comment of its ticket and follows it.',
    source: tickets,
  },
  'dossier.field': {
    can: ['cut', 'clear', 'set'],
    provable: true,
    remains: auditKeepsIt,
    sideEffect: updateAlso,
    source: tickets,
  },
  'dossier.people': { can: ['remove'], provable: true, remains: auditKeepsIt, sideEffect: updateAlso, source: tickets },
  'dossier.history': {
    can: 'nothing',
    because:
      'Audit logs are read-only. They keep former subjects and field values, CC lists, the text of notifications, and the IP address and city of whoever wrote.',
    instead: deleteTicket,
    source: audits,
  },
  'dossier.record': {
    can: ['remove'],
    provable: true,
    sideEffect:
      'Deletes the closed ticket for good, with what everybody wrote in it: reports keep its number, dates, channel and who had it, and lose the rest.',
    source: tickets,
  },
  'message.subject': {
    can: 'nothing',
    because: 'Comments have no subject of their own.',
    source: `${reference}/tickets/ticket_comments/`,
  },
  'message.body': {
    can: ['clear', 'cut'],
    provable: true,
    masks: '▇',
    sideEffect: redactionAlso,
    source: redacting,
  },
  'message.copies': {
    can: ['clear', 'cut'],
    provable: true,
    remains: auditKeepsIt,
    sideEffect: updateAlso,
    source: tickets,
  },
  'message.envelope': {
    can: 'nothing',
    because: 'Zendesk keeps the addresses a mail came from and went to, and no call changes them.',
    instead: deleteTicket,
    source: audits,
  },
  attachment: { can: ['remove'], provable: true, sideEffect: fileAlso, source: redacting },
};

/** Tags of a ticket, whatever its state: single ones can be taken out, the others are statistics. */
export const ticketTags: Ability = {
  can: ['cut'],
  provable: true,
  remains: auditKeepsIt,
  sideEffect: 'Counts as an update of the ticket, and empties the drop-down field a tag stands for.',
  source: `${reference}/ticket-management/tags/`,
};

/** Subject, fields, copies and followers of a closed ticket. */
export const closedTicket: Cannot = {
  can: 'nothing',
  because: 'Zendesk refuses every change of a closed ticket but redactions of its comments.',
  instead: deleteTicket,
  source: tickets,
};

/** Comments that came in a way Zendesk cannot redact. */
export const notRedactable: Cannot = {
  can: 'nothing',
  because:
    'Zendesk cannot redact comments of this sort: merge notes, text messages, bots, mobile apps, Slack, call summaries.',
  instead: deleteTicket,
  source: redacting,
};

/** What a requester wrote beside a rating. */
export const ratingComment: Cannot = {
  can: 'nothing',
  because: 'Zendesk shows the comment of a satisfaction rating and does not change it.',
  instead: 'Delete the user permanently in Zendesk, which keeps the score and drops the comment, or delete the ticket.',
  source: 'https://developer.zendesk.com/api-reference/ticketing/ticket-management/satisfaction_ratings/',
};

/** Numbers, recording and transcript of a call. */
export const callDetails: Cannot = {
  can: 'nothing',
  because: 'The numbers, the recording and the transcript of a call are kept beside its comment.',
  instead: 'Delete the recording in Zendesk Talk, or delete the ticket permanently.',
  source: 'https://developer.zendesk.com/api-reference/voice/talk-api/recordings/',
};

/** What was said beside a ticket. */
export const sideConversation: Cannot = {
  can: 'nothing',
  because: 'Zendesk redacts side conversations in its own interface only.',
  instead: "Open the ticket's side conversations in Zendesk and redact what names the user there.",
  source: 'https://developer.zendesk.com/api-reference/ticketing/side_conversation/side_conversation/',
};

/** Mail that never became a ticket. */
export const suspendedMail: Ability = {
  can: ['remove'],
  provable: true,
  sideEffect: 'Deletes the suspended mail: it cannot be recovered into a ticket any more.',
  source: `${reference}/tickets/suspended_tickets/`,
};

/** What the user wrote in the Help Center. */
export const helpCenterText: Ability = {
  can: ['set', 'cut'],
  provable: true,
  source: 'https://developer.zendesk.com/api-reference/help_center/help-center-api/posts/',
};

/** Votes and subscriptions in the Help Center. */
export const helpCenterMark: Ability = {
  can: ['remove'],
  provable: true,
  sideEffect: 'The number of votes or subscribers goes down by one.',
  source: 'https://developer.zendesk.com/api-reference/help_center/help-center-api/votes/',
};

/** A user with tickets that are not closed yet. */
export const notAllClosed: Cannot = {
  can: 'nothing',
  because: 'Zendesk deletes a user only once every ticket the user asked for is closed.',
  instead: 'Wait until these tickets are closed, or close them, and run again.',
  source: forgetting,
};

/** A user who was deleted in Zendesk and waits for permanent deletion. */
export const deletedUser: Cannot = {
  can: 'nothing',
  because: 'The user was deleted in Zendesk; a deleted user cannot be changed.',
  instead: 'Delete the user permanently: Admin Center > People > Deleted users.',
  source: forgetting,
};
