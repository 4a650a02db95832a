import type { Ability, SpotKind } from '@lethe/core';
import { changelogKeepsIt, customers, documentation, reference } from './sources.ts';

/** What Jira can do to each kind of spot. Each with the vendor's page. */

const issues = `${reference}/api-group-issues/#api-rest-api-3-issue-issueidorkey-put`;
const quietly =
  'Counts as an update of the issue, for automation rules and webhooks too, which get the old value; nobody is mailed by it.';
const mailsNobody =
  'The comment is shown as edited by the app. Jira itself mails nobody; what a service project does about an edited comment is its own setting, and the new text says nothing.';

/** Every kind of spot, as Jira sees it. */
export const abilities: Readonly<Record<SpotKind, Ability>> = {
  'person.name': { can: ['set'], provable: true, source: customers },
  'person.email': {
    can: ['remove'],
    provable: true,
    sideEffect:
      'Deletes the account for good: no call takes the address alone away. Jira then shows "Former user" wherever it showed the name.',
    source: 'https://support.atlassian.com/user-management/docs/delete-portal-only-customers/',
  },
  'person.login': {
    can: 'nothing',
    because: 'Customers sign in with their mail address and have no other name.',
    source: customers,
  },
  'person.phone': {
    can: 'nothing',
    because: 'Telephone numbers of customers are details of their profile, and go with them.',
    source: customers,
  },
  'person.photo': {
    can: 'nothing',
    because: 'Jira shows initials for customers; the picture of an Atlassian account belongs to that account.',
    instead: 'Ask the person to close the account at id.atlassian.com, or the administrators of the organization.',
    source: documentation('user-management/docs/manage-an-account'),
  },
  'person.field': { can: ['clear'], provable: true, source: customers },
  'person.history': {
    can: 'nothing',
    because:
      "The organization's audit log and Jira's audit records keep former names and addresses until they expire, and no call changes them.",
    source: documentation('security-and-access-policies/docs/track-organization-activities-from-the-audit-log'),
  },
  'person.access': {
    can: ['close'],
    provable: true,
    sideEffect:
      'The customer can no longer sign in to the portal; mail to the service project is taken as before. Needs a site administrator.',
    source: 'https://developer.atlassian.com/cloud/jira/service-desk/rest/api-group-customer/',
  },
  'person.record': {
    can: 'nothing',
    because: 'The account is deleted together with its address, which is what the plan lists.',
    source: customers,
  },
  'dossier.title': {
    can: ['set', 'cut'],
    provable: true,
    remains: changelogKeepsIt,
    sideEffect: quietly,
    source: issues,
  },
  'dossier.description': {
    can: ['clear', 'set', 'cut'],
    provable: true,
    remains: changelogKeepsIt,
    sideEffect: quietly,
    source: issues,
  },
  'dossier.field': {
    can: ['clear', 'set', 'cut'],
    provable: true,
    remains: changelogKeepsIt,
    sideEffect: quietly,
    source: issues,
  },
  'dossier.people': {
    can: ['remove'],
    provable: true,
    remains: changelogKeepsIt,
    sideEffect: quietly,
    source:
      'https://developer.atlassian.com/cloud/jira/service-desk/rest/api-group-request/#api-rest-servicedeskapi-request-issueidorkey-participant-delete',
  },
  'dossier.history': {
    can: 'nothing',
    because: 'The history of an issue is read-only; it keeps what a field held before.',
    instead:
      'With Atlassian Guard Premium entries of the last ten days can be redacted; else only deleting the issue takes them away.',
    source: `${reference}/api-group-issues/#api-rest-api-3-changelog-bulkfetch-post`,
  },
  'dossier.record': {
    can: 'nothing',
    because: 'Deleting an issue takes its key, its times and its figures along; Lethe does not.',
    instead: 'Delete it by hand where that is wanted.',
    source: `${reference}/api-group-issues/#api-rest-api-3-issue-issueidorkey-delete`,
  },
  'message.subject': {
    can: 'nothing',
    because: 'Comments have no subject; that of the first mail is the summary of its issue.',
    source: `${reference}/api-group-issue-comments/`,
  },
  'message.body': {
    can: ['set', 'cut'],
    provable: true,
    sideEffect: mailsNobody,
    source: `${reference}/api-group-issue-comments/#api-rest-api-3-issue-issueidorkey-comment-id-put`,
  },
  'message.copies': {
    can: ['clear', 'cut'],
    provable: true,
    remains: changelogKeepsIt,
    sideEffect: quietly,
    source: issues,
  },
  'message.envelope': {
    can: 'nothing',
    because: 'Jira shows nothing of the mails that requests and comments came in.',
    instead: 'Delete them in the mailbox of the service project; its log of processed mail expires by itself.',
    source: documentation('jira-service-management-cloud/docs/view-email-logs'),
  },
  attachment: {
    can: ['remove'],
    provable: true,
    remains: "The issue's history keeps the name of the file, which nobody can change.",
    sideEffect: 'Deletes the file for good; what the texts say in its place is an empty frame.',
    source: `${reference}/api-group-issue-attachments/#api-rest-api-3-attachment-id-delete`,
  },
};
