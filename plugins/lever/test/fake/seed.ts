import type { Clock } from '@lethe/core';
import { Lever } from './lever.ts';
import type * as stored from './records.ts';

/** The key tests sign in with; it sees confidential opportunities. */
export const fullKey = 'lever-key-of-nobody';
/** A key that was made without access to confidential data. */
export const plainKey = 'lever-key-without-confidential';

/** Why opportunities are archived in an invented Lever. */
export const reasons = { rejected: 'reason-rejected', withdrew: 'reason-withdrew', hired: 'reason-hired' } as const;

/** Somebody new; what is not said is empty. */
export type NewContact = Partial<Omit<stored.Contact, 'id' | 'isAnonymized' | 'location' | 'phones'>> & {
  readonly phones?: readonly string[];
  readonly location?: string;
};

/** An opportunity; archived as rejected if not said otherwise. */
export type NewOpportunity = Partial<Omit<stored.Opportunity, 'id' | 'contact' | 'archived'>> & {
  readonly archived?: keyof typeof reasons | null;
};

/** A row of a table, with what is said of it. */
type New<T> = Partial<Omit<T, 'id' | 'opportunity'>>;

/** Puts invented people into an invented Lever. */
export class Seed {
  readonly lever: Lever;
  #last = 0;

  constructor(clock: Pick<Clock, 'now'>) {
    this.lever = new Lever(clock);
    const { keys, archiveReasons } = this.lever;
    keys.put({ id: fullKey, confidential: true, refused: [] });
    keys.put({ id: plainKey, confidential: false, refused: [] });
    archiveReasons.put({ id: reasons.rejected, text: 'Underqualified', type: 'non-hired' });
    archiveReasons.put({ id: reasons.withdrew, text: 'Withdrew', type: 'non-hired' });
    archiveReasons.put({ id: reasons.hired, text: 'Hired', type: 'hired' });
  }

  contact({ phones = [], location, ...given }: NewContact): string {
    const { id } = this.lever.contacts.put({
      id: this.#id('c'),
      ...{ name: '', headline: '', emails: [], links: [], photo: '', isAnonymized: false },
      ...given,
      phones: phones.map((value) => ({ type: 'mobile', value })),
      location: location === undefined ? null : { name: location },
    });
    return id;
  }

  opportunity(contact: string, { archived = 'rejected', ...given }: NewOpportunity = {}): string {
    const at = Date.parse('2026-02-01T09:00:00Z');
    const { id } = this.lever.opportunities.put({
      id: this.#id('0'),
      contact,
      ...{ stage: 'stage-screen', stageChanges: [{ toStageId: 'stage-screen', updatedAt: at }], origin: 'applied' },
      ...{ sources: ['Job site'], tags: [], confidentiality: 'non-confidential', createdAt: at, updatedAt: at },
      ...{ isAnonymized: false, dataProtection: null, opportunityLocation: '', owner: 'user-bo' },
      ...given,
      archived: archived === null ? null : { reason: reasons[archived], archivedAt: at + 86_400_000 },
    });
    return id;
  }

  application(opportunity: string, given: New<stored.Application> = {}): string {
    const blank = { name: '', email: '', phone: null, company: '', links: [], comments: '', customQuestions: [] };
    const { id } = this.lever.applications.put({
      ...this.#row('a', opportunity),
      ...{ ...blank, posting: 'posting-1', ipAddress: '', referer: '', userAgent: '' },
      ...given,
    });
    return id;
  }

  /** Answers to the questions of a posting. */
  answers(...values: readonly string[]): stored.Application['customQuestions'] {
    return [{ text: 'Questions', fields: values.map((value) => ({ type: 'text', text: 'Question', value })) }];
  }

  note(opportunity: string, text: string, given: New<stored.Form> = {}): string {
    return this.#form('notes', opportunity, { text: 'Note', ...valued('Comment', text), ...given });
  }

  feedback(opportunity: string, text: string, given: New<stored.Form> = {}): string {
    return this.#form('feedback', opportunity, { text: 'Feedback', ...valued('Summary', text), ...given });
  }

  referral(opportunity: string, text: string): string {
    return this.#form('referrals', opportunity, { text: 'Referral', ...valued('Why', text) });
  }

  form(opportunity: string, text: string): string {
    return this.#form('forms', opportunity, { text: 'Background check', ...valued('Remarks', text) });
  }

  file(opportunity: string, name: string, inside = ''): string {
    return this.lever.files.put({ ...this.#row('f', opportunity), name, inside }).id;
  }

  resume(opportunity: string, name: string, parsedData: unknown = {}): string {
    const { resumes } = this.lever;
    return resumes.put({ ...this.#row('b', opportunity), file: { name }, inside: '', parsedData }).id;
  }

  interview(opportunity: string, given: New<stored.Interview>): string {
    const blank = { subject: '', note: '', location: '', date: 0, canceledAt: null, user: 'user-bo' };
    return this.lever.interviews.put({ ...this.#row('e', opportunity), ...blank, ...given }).id;
  }

  offer(opportunity: string, text: string): string {
    const blank = { status: 'declined', sentDocument: null };
    return this.lever.offers.put({ ...this.#row('d', opportunity), ...blank, ...valued('Salary', text) }).id;
  }

  unseen(opportunity: string, text: string, what: stored.Unseen['what'] = 'mail'): string {
    return this.lever.unseen.put({ ...this.#row('9', opportunity), what, text }).id;
  }

  #form(table: 'notes' | 'feedback' | 'referrals' | 'forms', opportunity: string, given: New<stored.Form>): string {
    const blank = { text: '', fields: [], user: 'user-bo', deletedAt: null, byApi: false };
    return this.lever[table].put({ ...this.#row('7', opportunity), ...blank, ...given }).id;
  }

  #row(
    digit: string,
    opportunity: string,
  ): { readonly id: string; readonly opportunity: string; readonly createdAt: number } {
    return { id: this.#id(digit), opportunity, createdAt: Date.parse('2026-02-03T10:00:00Z') };
  }

  /** As Lever's ids look. */
  #id(digit: string): string {
    this.#last += 1;
    const number = this.#last.toString(16).padStart(7, '0');
    return `${digit}${number}-0000-4000-8000-000000000000`;
  }
}

function valued(text: string, value: string): Pick<stored.Form, 'fields'> {
  return { fields: [{ type: 'textarea', text, value }] };
}
