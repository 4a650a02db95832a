import { z } from 'zod';
import { ask } from './ask.ts';
import type { Line } from './ask.ts';
import { allOf, pagesOf } from './pages.ts';
import * as schemas from './schema.ts';
import type { Contact, Opportunity } from './schema.ts';

/** Reading calls, one function an endpoint: https://hire.lever.co/developer/documentation */

/** Which opportunities a list is asked for. */
export interface Wanted {
  /** Without it Lever leaves confidential opportunities out, also for a key that may see them. */
  readonly confidentiality?: 'all' | 'confidential';
  readonly email?: string;
  readonly contact?: string;
}

/** Opportunities, a page at a time, archived ones too, each with its application. Lever may ignore what it does not know. */
export async function* opportunities(line: Line, wanted: Wanted): AsyncGenerator<readonly Opportunity[]> {
  const { confidentiality, email, contact } = wanted;
  yield* pagesOf(line, {
    what: 'list opportunities',
    path: '/opportunities',
    query: {
      ...(email === undefined ? {} : { email }),
      ...(contact === undefined ? {} : { contact_id: contact }),
      ...(confidentiality === undefined ? {} : { confidentiality }),
      expand: 'applications',
    },
    row: schemas.opportunitySchema,
  });
}

/** The first few opportunities, to see what the key gets. */
export async function fewOpportunities(
  line: Line,
  confidentiality?: Wanted['confidentiality'],
): Promise<readonly Opportunity[]> {
  const query = { ...(confidentiality === undefined ? {} : { confidentiality }), limit: '1' };
  const call = { what: 'list opportunities', method: 'GET', path: '/opportunities', query } as const;
  return (await ask(line, call, z.object({ data: z.array(schemas.opportunitySchema) }))).data;
}

/** One opportunity, without its application. */
export async function opportunityById(line: Line, opportunity: string): Promise<Opportunity> {
  const call = { what: 'read an opportunity', method: 'GET', path: `/opportunities/${opportunity}` } as const;
  return (await ask(line, call, z.object({ data: schemas.opportunitySchema }))).data;
}

/** One contact, without its opportunities. */
export async function contactById(line: Line, contact: string): Promise<Contact> {
  const call = { what: 'read a contact', method: 'GET', path: `/contacts/${contact}` } as const;
  return (await ask(line, call, z.object({ data: schemas.contactSchema }))).data;
}

/** Why opportunities are archived, and which of these mean that somebody was hired. */
export async function archiveReasons(line: Line): Promise<readonly schemas.ArchiveReason[]> {
  const listing = { what: 'list archive reasons', path: '/archive_reasons' };
  return allOf(line, { ...listing, row: schemas.archiveReasonSchema });
}

/** What Lever files under an opportunity: the last part of the address, and a row of the list. */
export const filed = {
  application: { path: 'applications', row: schemas.applicationSchema },
  feedback: { path: 'feedback', row: schemas.formSchema },
  file: { path: 'files', row: schemas.fileSchema },
  form: { path: 'forms', row: schemas.formSchema },
  interview: { path: 'interviews', row: schemas.interviewSchema },
  note: { path: 'notes', row: schemas.formSchema },
  offer: { path: 'offers', row: schemas.offerSchema },
  referral: { path: 'referrals', row: schemas.formSchema },
  resume: { path: 'resumes', row: schemas.resumeSchema },
} as const;
export type Filed = keyof typeof filed;

/** A row of such a list. */
export type Row<Part extends Filed> = z.output<(typeof filed)[Part]['row']>;

/** Where a list is, and what its rows are. */
export interface List<T> {
  readonly path: string;
  readonly row: z.ZodType<T>;
}

/** One of these lists, whole. */
export async function listOf<T>(line: Line, opportunity: string, { path, row }: List<T>): Promise<readonly T[]> {
  return allOf(line, { what: `list ${path} of an opportunity`, path: `/opportunities/${opportunity}/${path}`, row });
}
