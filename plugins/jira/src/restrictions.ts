import type { Can, Cannot } from '@lethe/core';
import { documentation, reference } from './sources.ts';

/** What single spots can do less, or more, than their kind. Each with the vendor's page. */

const rights = documentation('jira-cloud-administration/docs/permissions-for-company-managed-projects');

/** An issue that only the person who clicked is shown. */
export const notShown: Cannot = {
  can: 'nothing',
  because: 'The app is not shown this issue, so that nothing in it is read or blanked: the person who looked sees it.',
  instead:
    'Give the app "Browse projects" in the permission scheme of the project, or its issue security level, and make a new plan; else blank it by hand.',
  source: rights,
};

/** Anything on an issue the app is shown and may not change. */
export const notEditable: Cannot = {
  can: 'nothing',
  because: 'The app may see this issue and not edit it.',
  instead:
    'Give the app back "Edit issues" in the permission scheme of the project, or "Edit" in its workflow step, and make a new plan.',
  source: rights,
};

/** Comments where the app may not edit those of others. */
export const commentsNotEditable: Cannot = {
  can: 'nothing',
  because: "The app may not edit others' comments in this project.",
  instead: 'Give the app "Edit all comments" in the permission scheme of the project and make a new plan.',
  source: rights,
};

/** Worklogs where the app may not edit those of others. */
export const worklogsNotEditable: Cannot = {
  can: 'nothing',
  because: "The app may not edit others' work logs in this project.",
  instead: 'Give the app "Edit all worklogs" in the permission scheme of the project and make a new plan.',
  source: rights,
};

/** Files where the app may not delete those of others. */
export const filesNotDeletable: Cannot = {
  can: 'nothing',
  because: "The app may not delete others' attachments in this project.",
  instead: 'Give the app "Delete all attachments" in the permission scheme of the project and make a new plan.',
  source: rights,
};

/** Watchers where the app may not manage them. */
export const watchersNotManageable: Cannot = {
  can: 'nothing',
  because: 'The app may not take watchers off issues of this project.',
  instead: 'Give the app "Manage watchers" in the permission scheme of the project and make a new plan.',
  source: rights,
};

/** What a customer wrote beside a satisfaction rating. */
export const ratingComment: Cannot = {
  can: 'nothing',
  because: 'Only who gave a rating can take back what was written beside it; Jira shows it to agents and to no app.',
  instead: 'Look at the satisfaction report of the project; deleting the issue removes it.',
  source: 'https://developer.atlassian.com/cloud/jira/service-desk/rest/api-group-request/',
};

/** Answers in a form on the issue. */
export const formAnswers: Cannot = {
  can: 'nothing',
  because: 'What was answered in a form is kept beside the issue and is not shown here.',
  instead: 'Open the form on the issue, reopen it and empty its answers, or delete the form from the issue.',
  source: documentation('jira-service-management-cloud/docs/what-are-forms'),
};

/** The address of a customer whose account is to stay as a shell. */
export const addressOfShell: Cannot = {
  can: 'nothing',
  because: 'The address of a customer cannot be emptied, only deleted with the account, which is to be kept.',
  instead: 'Run again with the account to be erased, or delete the customer in the administration of the site.',
  source: documentation('user-management/docs/delete-portal-only-customers'),
};

/** Access to the portal where nobody is signed in. */
export const accessByHand: Cannot = {
  can: 'nothing',
  because:
    'Only a site administrator in person may close the portal to a customer, and the work goes on in the background.',
  instead:
    'Once the run has ended, revoke the access of this customer by hand under Customers; the account is then called Anonymized.',
  source: documentation('user-management/docs/revoke-access-for-portal-only-customers'),
};

/** Name, address and picture of an Atlassian account, which is not the site's. */
export const atlassianAccount: Cannot = {
  can: 'nothing',
  because: 'This is an Atlassian account: it belongs to the person or to an organization, and no app may change it.',
  instead:
    'If the organization manages it, its administrators delete it at admin.atlassian.com; else the person closes it at id.atlassian.com, and administrators take it off the site.',
  source: documentation('user-management/docs/delete-a-managed-account'),
};

/** An entry of the history that Guard Premium can still redact: not older than ten days, about a field that is blanked. */
export const redactableEntry: Can = {
  can: ['clear'],
  provable: true,
  sideEffect: 'Atlassian Guard redacts the text in the field and in its history for good, before the field is blanked.',
  source: `${reference}/api-group-issue-redaction/`,
};
