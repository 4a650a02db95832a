import { places, recruiter } from './seed.ts';
import type { Ashby } from './ashby.ts';
import type * as stored from './records.ts';

/** What the API shows of what is stored. */

const user = {
  ...{ id: recruiter, firstName: 'Bo', lastName: 'Lund', email: 'bo.lund@helpdesk.test' },
  ...{ globalRole: 'Elevated Access', isEnabled: true, updatedAt: '2026-01-01T00:00:00.000Z' },
};

function source(title: string): object {
  return { id: 'ab000000-0000-4000-8000-000000000001', title, isArchived: false };
}

export function candidateShape(ashby: Ashby, { city, ...candidate }: stored.Candidate): object {
  const { emailAddresses, phoneNumbers, fileHandles, id, position, company, school, timezone, ...rest } = candidate;
  const said = Object.entries({ position, company, school, timezone }).filter(([, value]) => value !== null);
  const [resume] = fileHandles;
  const [email] = emailAddresses;
  const [phone] = phoneNumbers;
  return {
    ...rest,
    ...{ id, emailAddresses, phoneNumbers, fileHandles, ...Object.fromEntries(said) },
    ...(email === undefined ? {} : { primaryEmailAddress: email }),
    ...(phone === undefined ? {} : { primaryPhoneNumber: phone }),
    ...(resume === undefined ? {} : { resumeFileHandle: resume }),
    ...(city === null ? {} : { location: locationShape(city) }),
    tags: candidate.tags.map((tag) => ashby.tags.get(tag)),
    applicationIds: ashby.applicationsOf(id).map((one) => one.id),
    profileUrl: `https://app.ashbyhq.test/candidates/${id}`,
    source: source(candidate.source),
    creditedToUser: user,
    fraudStatus: 'Unreviewed',
  };
}

function locationShape(city: string): object {
  return { id: places.tallinn, locationSummary: city, locationComponents: [{ type: 'City', name: city }] };
}

export function applicationShape(ashby: Ashby, application: stored.Application, expand: readonly unknown[]): object {
  const { id, createdAt, updatedAt, status, customFields, archivedAt, submitterClientIp, submitterUserAgent } =
    application;
  const candidate = ashby.candidates.get(application.candidate);
  const answers = application.submissions.map((one) => ({ ...one, formDefinition: { sections: [] } }));
  return {
    ...{ id, createdAt, updatedAt, status, customFields },
    candidate: { id: candidate.id, name: candidate.name },
    currentInterviewStage: stageShape(application.stage),
    source: source(application.source),
    ...(status === 'Archived' ? { archiveReason: reasonShape(application), archivedAt } : {}),
    job: { id: application.job, title: 'Engineer', locationId: application.locationId },
    creditedToUser: user,
    hiringTeam: [],
    ...(application.isApplied ? { appliedViaJobPostingId: 'dd000000-0000-4000-8000-000000000001' } : {}),
    ...(submitterClientIp === null ? {} : { submitterClientIp }),
    ...(submitterUserAgent === null ? {} : { submitterUserAgent }),
    ...(application.resume === null ? {} : { resumeFileHandle: application.resume }),
    applicationHistory: [historyShape(application)],
    ...(expand.includes('applicationFormSubmissions') ? { applicationFormSubmissions: answers } : {}),
  };
}

function stageShape(title: string): object {
  const id = 'ac000000-0000-4000-8000-000000000001';
  return { id, title, type: 'Active', orderInInterviewPlan: 1, interviewPlanId: id };
}

/** Why applications are archived in an invented Ashby. */
export const archiveReason = {
  ...{ id: 'ad000000-0000-4000-8000-000000000001', text: 'Underqualified', reasonType: 'RejectedByOrg' },
  isArchived: false,
};

function reasonShape({ archiveRemark }: stored.Application): object {
  const field = { id: 'ae000000-0000-4000-8000-000000000001', title: 'Remarks', value: archiveRemark };
  return { ...archiveReason, customFields: archiveRemark === '' ? [] : [field] };
}

function historyShape({ id, stage, createdAt }: stored.Application): object {
  return { id, stageId: id, title: stage, enteredStageAt: createdAt, stageNumber: 0, allowedActions: ['none'] };
}

export function noteShape({ candidate: _candidate, ...note }: stored.Note): object {
  return { ...note, isPrivate: false, author: { id: recruiter, firstName: 'Bo', lastName: 'Lund' } };
}

export function clientShape({ candidate, application, ...client }: stored.ClientInfo): object {
  const createdAt = '2026-02-01T09:00:00.000Z';
  return {
    ...client,
    candidateId: candidate,
    relatedEntityType: 'application',
    relatedEntityId: application,
    createdAt,
  };
}

export function feedbackShape({ application, ...feedback }: stored.Feedback): object {
  const beside = { formDefinition: { sections: [] }, submittedByUser: user, submittedAt: '2026-02-20T09:00:00.000Z' };
  return { ...feedback, ...beside, applicationId: application };
}

export function scheduleShape({ id, application, status, startTime }: stored.Schedule): object {
  const times = { startTime, endTime: startTime, createdAt: startTime, updatedAt: startTime };
  const event = { id, interviewId: id, interviewScheduleId: id, interviewers: [], ...times };
  const events = startTime === null ? [] : [{ ...event, feedbackLink: 'https://a.test', hasSubmittedFeedback: false }];
  return { id, status, applicationId: application, interviewStageId: id, interviewEvents: events };
}

export function offerShape({ id, application, acceptanceStatus, remark }: stored.Offer): object {
  const field = { id: 'af000000-0000-4000-8000-000000000001', title: 'Remarks', value: remark };
  const latestVersion = { id, createdAt: '2026-02-25T09:00:00.000Z', customFields: remark === '' ? [] : [field] };
  return { id, applicationId: application, acceptanceStatus, latestVersion };
}

export function fieldShape(field: stored.Field): object {
  return { ...field, isPrivate: false, isArchived: false, isRequired: false };
}
