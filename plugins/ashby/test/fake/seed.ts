import type { Clock } from '@lethe/core';
import { Ashby } from './ashby.ts';
import type * as stored from './records.ts';

/** The key tests sign in with. */
export const fullKey = 'ashby-key-of-nobody';
/** The user who writes notes and feedback. */
export const recruiter = 'bb000000-0000-4000-8000-000000000001';
/** Where jobs are. */
export const places = {
  tallinn: 'ee000000-0000-4000-8000-000000000001',
  fresno: 'ee000000-0000-4000-8000-000000000002',
} as const;

const at = '2026-02-01T09:00:00.000Z';

/** Somebody new; what is not said is empty. */
export type NewCandidate = Partial<Omit<stored.Candidate, 'id' | 'emailAddresses' | 'phoneNumbers' | 'tags'>> & {
  readonly emails?: readonly string[];
  readonly phones?: readonly string[];
  readonly tags?: readonly string[];
  /** Values by the title of their field. */
  readonly fields?: Readonly<Record<string, unknown>>;
};

/** An application; archived if not said otherwise. */
export type NewApplication = Partial<Omit<stored.Application, 'id' | 'candidate' | 'submissions'>> & {
  readonly answers?: readonly string[];
  readonly fields?: Readonly<Record<string, unknown>>;
};

/** Puts invented people into an invented Ashby. */
export class Seed {
  readonly ashby: Ashby;
  #last = 0;

  constructor(clock: Pick<Clock, 'now'>) {
    this.ashby = new Ashby(clock);
    this.ashby.keys.put({ id: fullKey, refused: [] });
  }

  candidate({ emails = [], phones = [], tags = [], fields = {}, ...given }: NewCandidate): string {
    const { id } = this.ashby.candidates.put({
      ...{ id: this.id('c'), createdAt: at, updatedAt: this.ashby.now(), name: '', socialLinks: [], fileHandles: [] },
      ...{ position: null, company: null, school: null, timezone: null, city: null, source: 'Job board' },
      ...given,
      emailAddresses: emails.map((value, index) => ({ value, type: 'Personal', isPrimary: index === 0 })),
      phoneNumbers: phones.map((value, index) => ({ value, type: 'Work', isPrimary: index === 0 })),
      tags: tags.map((title) => this.tag(title)),
      customFields: this.#values('Candidate', fields),
    });
    return id;
  }

  tag(title: string): string {
    const { tags } = this.ashby;
    const [known] = tags.where((one) => one.title === title);
    return (known ?? tags.put({ id: this.id('7'), title, isArchived: false })).id;
  }

  field(objectType: stored.Field['objectType'], title: string, fieldType = 'String'): string {
    const { fields } = this.ashby;
    const [known] = fields.where((one) => one.title === title && one.objectType === objectType);
    return (known ?? fields.put({ id: this.id('f'), title, objectType, fieldType })).id;
  }

  application(candidate: string, { answers = [], fields = {}, ...given }: NewApplication = {}): string {
    const { id } = this.ashby.applications.put({
      ...{ id: this.id('a'), candidate, createdAt: at, updatedAt: at, status: 'Archived', stage: 'Phone screen' },
      ...{ source: 'Job board', archivedAt: '2026-03-01T09:00:00.000Z', archiveRemark: '', job: 'job-1' },
      ...{ locationId: places.tallinn, isApplied: true, submitterClientIp: null, submitterUserAgent: null },
      ...{ resume: null, customFields: this.#values('Application', fields) },
      ...given,
      submissions: answers.map((answer) => ({ id: this.id('5'), submittedValues: { question: answer } })),
    });
    return id;
  }

  note(candidate: string, content: string): string {
    return this.ashby.notes.put({ id: this.id('9'), candidate, createdAt: at, content }).id;
  }

  client(candidate: string, application: string, ipAddress: string): string {
    const userAgent = 'Mozilla/5.0 (invented)';
    return this.ashby.clients.put({ id: this.id('d'), candidate, application, ipAddress, userAgent }).id;
  }

  feedback(application: string, summary: string): string {
    return this.ashby.feedback.put({ id: this.id('e'), application, submittedValues: { summary } }).id;
  }

  schedule(application: string, status: string, startTime: string | null = null): string {
    return this.ashby.schedules.put({ id: this.id('6'), application, status, startTime }).id;
  }

  offer(application: string, acceptanceStatus = 'Declined', remark = ''): string {
    return this.ashby.offers.put({ id: this.id('0'), application, acceptanceStatus, remark }).id;
  }

  unseen(candidate: string, text: string): string {
    return this.ashby.unseen.put({ id: this.id('8'), candidate, text }).id;
  }

  file(name: string): stored.FileHandle {
    const id = this.id('1');
    return { id, name, handle: `handle-of-${id}` };
  }

  /** As Ashby's ids look. */
  id(digit: string): string {
    this.#last += 1;
    return `${digit}${this.#last.toString(16).padStart(7, '0')}-0000-4000-8000-000000000000`;
  }

  #values(type: stored.Field['objectType'], fields: Readonly<Record<string, unknown>>): readonly stored.FieldValue[] {
    return Object.entries(fields).map(([title, value]) => ({ id: this.field(type, title), title, value }));
  }
}
