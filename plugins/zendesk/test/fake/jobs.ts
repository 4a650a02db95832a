import { Refused, isObject } from './answer.ts';
import { indexTicket } from './changing.ts';
import type { Job, JobRow } from './records.ts';
import { canSee, mayDeleteTickets, mayEditTickets } from './rights.ts';
import { updateTicket } from './ticket-changes.ts';
import { deleteUser } from './user-deletion.ts';
import type { Zendesk } from './zendesk.ts';

type Result = Readonly<Record<string, unknown>>;
type Shape = Readonly<Record<string, unknown>>;

/** How many may be queued or running. */
const mostJobs = 30;

/** Queues a job, unless thirty are queued or running. */
export function queued(zendesk: Zendesk, job: Pick<Job, 'job_type' | 'by' | 'rows' | 'run'>): Shape {
  const now = zendesk.milliseconds();
  const current = zendesk.jobs.where(({ due_at }) => due_at > now);
  if (current.length >= mostJobs) {
    const description = 'Too many jobs are currently queued or running. Try again later.';
    const body = { error: 'TooManyJobs', description, current_job_ids: current.map(({ key }) => key) };
    throw new Refused(429, body, {
      ...inflight(zendesk),
      ...(zendesk.account.saysRetryAfter ? { 'Retry-After': '60' } : {}),
    });
  }
  const id = zendesk.jobs.nextId();
  const key = `job${id.toString(16).padStart(29, '0')}`;
  const due_at = now + zendesk.account.jobSeconds * 1000;
  return shapeOf(zendesk, zendesk.jobs.put({ ...job, id, key, queued_at: now, due_at, results: undefined }));
}

/** What the limit of jobs is at. */
export function inflight(zendesk: Zendesk): Readonly<Record<string, string>> {
  const now = zendesk.milliseconds();
  const left = mostJobs - zendesk.jobs.where(({ due_at }) => due_at > now).length;
  return { 'zendesk-ratelimit-inflight-jobs': `total=${String(mostJobs)}; remaining=${String(left)}; resets=60` };
}

export function jobOf(zendesk: Zendesk, key: string): Job | undefined {
  return zendesk.jobs.where((job) => job.key === key)[0];
}

/** Carries out what is due by now. */
export function settleJobs(zendesk: Zendesk): void {
  const now = zendesk.milliseconds();
  for (const job of zendesk.jobs.where(({ due_at, results }) => results === undefined && due_at <= now)) {
    const results = job.disturbed === 'failed' || job.disturbed === 'killed' ? [] : resultsOf(zendesk, job);
    zendesk.jobs.update(job.id, { results });
  }
}

/** Queued for a third of its time, then working. */
export function shapeOf(zendesk: Zendesk, job: Job): Shape {
  const shown = { id: job.key, url: `${zendesk.base}/api/v2/job_statuses/${job.key}.json`, job_type: job.job_type };
  const { results, queued_at, due_at, rows, disturbed } = job;
  if (results === undefined) {
    const isQueued = zendesk.milliseconds() - queued_at < (due_at - queued_at) / 3;
    const status = isQueued ? 'queued' : 'working';
    return { ...shown, status, total: rows.length, progress: 0, message: null, results: null };
  }
  const status = disturbed === 'failed' || disturbed === 'killed' ? disturbed : 'completed';
  const message = status === 'completed' ? 'Completed' : 'The job did not finish';
  return { ...shown, status, total: rows.length, progress: results.length, message, results };
}

function resultsOf(zendesk: Zendesk, job: Job): Result[] {
  return job.rows.map((row, index) => {
    if (job.disturbed === 'half' && index > 0) return failed(row, index, 'The row was told to fail');
    if (job.disturbed === 'lie') return done(row, index);
    try {
      carryOut(zendesk, job, row);
      return done(row, index);
    } catch (error) {
      if (error instanceof Refused) return failed(row, index, reasonIn(error.body));
      throw error;
    }
  });
}

function done({ id, action }: JobRow, index: number): Result {
  return { index, id, action, status: action === 'update' ? 'Updated' : 'Deleted', success: true };
}

function failed({ id, action }: JobRow, index: number, details: string): Result {
  return {
    index,
    id,
    action,
    status: 'Failed',
    success: false,
    error: `Failed${action === 'update' ? 'Update' : 'Delete'}`,
    details,
  };
}

function reasonIn(body: unknown): string {
  if (!isObject(body)) return 'Unknown';
  const details = isObject(body.details) ? Object.values(body.details).flat() : [];
  const said = details.filter(isObject).map(({ description }) => String(description));
  return said.length > 0 ? said.join(', ') : String(body.description ?? body.error);
}

function carryOut(zendesk: Zendesk, { run, by }: Job, { id, changes }: JobRow): void {
  const user = zendesk.users.get(by);
  switch (run) {
    case 'update': {
      const ticket = zendesk.ticket(id);
      if (!canSee(zendesk, user, ticket) || !mayEditTickets(zendesk, user))
        throw new Refused(403, { error: 'Forbidden' });
      zendesk.limits.take({ user: by, app: false, helpCenter: false, endpoint: 'update-row', subject: String(id) });
      updateTicket(zendesk, { ticket, changes, by, many: true });
      return;
    }
    case 'delete':
      if (!mayDeleteTickets(zendesk, user)) throw new Refused(403, { error: 'Forbidden' });
      zendesk.tickets.update(zendesk.ticket(id).id, { deleted: 'soft' });
      indexTicket(zendesk, id);
      return;
    case 'delete-for-good':
      deleteForGood(zendesk, id);
      return;
    case 'delete-users':
      deleteUser(zendesk, zendesk.user(id), user);
      return;
  }
}

/** Only numbers stay of a ticket that is deleted for good: who, when, through what. */
function deleteForGood(zendesk: Zendesk, id: number): void {
  const ticket = zendesk.tickets.find(id);
  if (ticket?.deleted !== 'soft') throw new Refused(404, { error: 'RecordNotFound', description: 'Not found' });
  for (const comment of zendesk.commentsOf(id)) {
    for (const one of zendesk.attachmentsOf(comment.id)) zendesk.attachments.delete(one.id);
    zendesk.comments.delete(comment.id);
  }
  for (const one of zendesk.auditsOf(id)) zendesk.audits.delete(one.id);
  for (const one of zendesk.sideConversations.where(({ ticket_id }) => ticket_id === id))
    zendesk.sideConversations.delete(one.id);
  const emptied = { subject: null, external_id: null, recipient: null, tags: [], custom_fields: [] };
  const nobody = { email_cc_ids: [], follower_ids: [], satisfaction_rating: { score: 'unoffered' } };
  const via = { channel: ticket.via.channel, source: { from: {}, to: {}, rel: null } };
  zendesk.tickets.update(id, { ...emptied, ...nobody, via, deleted: 'for-good' });
  indexTicket(zendesk, id);
}
