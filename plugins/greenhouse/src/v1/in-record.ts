import { joined } from '../form.ts';
import type { Attachment, Candidate, Prospect, Rejection } from '../record.ts';
import type { ApplicationRow, CandidateRow } from './schema.ts';

/** What version 1 shows as parts of a candidate or an application, in the shapes both versions share. */

export function candidateIn(row: CandidateRow): Candidate {
  const { id, first_name, last_name, company, title, tags, addresses } = row;
  return {
    ...{ id, name: joined(' ', first_name, last_name), preferredName: joined(''), company, title, tags, addresses },
    ...{ phones: row.phone_numbers, emails: row.email_addresses, socialMedia: row.social_media_addresses },
    ...{ websites: row.website_addresses, customFields: row.custom_fields },
    isUser: (row.linked_user_ids ?? []).length > 0,
    lastActivity: row.last_activity,
  };
}

/** Files have no number here: they are counted. */
export function attachmentsIn({ attachments, applications }: CandidateRow): readonly Attachment[] {
  const own = attachments.map((name) => ({ application: '', name }));
  const filed = (applications ?? []).flatMap(({ id, attachments: some }) =>
    some.map((name) => ({ application: id, name })),
  );
  return [...own, ...filed].map((one, at) => ({ ...one, id: String(at + 1) }));
}

/** Why an application was rejected, which is part of it here. */
export function rejectionIn({ id, rejection_reason, rejection_details }: ApplicationRow): readonly Rejection[] {
  const answers = rejection_details?.custom_fields ?? [];
  if (rejection_reason === '' && answers.length === 0) return [];
  return [{ id, application: id, reason: rejection_reason, note: '', answers }];
}

/** What a prospect belongs to, which is part of the application here. */
export function prospectIn(row: ApplicationRow): readonly Prospect[] {
  if (row.prospect !== true) return [];
  const { id, prospect_detail: detail, prospective_office: office, prospective_department: department } = row;
  const pool = [detail?.prospect_pool ?? '', detail?.prospect_stage ?? ''].filter((one) => one !== '').join(' ');
  return [{ id, application: id, owner: detail?.prospect_owner ?? '', pool, office, department }];
}
