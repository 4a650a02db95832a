import { tell } from './ask.ts';
import type { Line } from './ask.ts';

/** Writing calls, one function an endpoint: https://hire.lever.co/developer/documentation */

/** What a contact is to hold; what is left out stays as it is. */
export interface ContactValues {
  readonly name?: string;
  readonly headline?: string;
  readonly emails?: readonly string[];
  readonly phones?: readonly { readonly value: string }[];
  readonly location?: { readonly name: string };
}

/** Changes a contact, which all its opportunities share. */
export async function changeContact(line: Line, contact: string, body: ContactValues): Promise<void> {
  await tell(line, { what: 'change a contact', method: 'PUT', path: `/contacts/${contact}`, body });
}

/** Takes links away. They are the contact's: every opportunity of the contact loses them. */
export async function removeLinks(line: Line, opportunity: string, links: readonly string[]): Promise<void> {
  const path = `/opportunities/${opportunity}/removeLinks`;
  await tell(line, { what: 'remove links', method: 'POST', path, body: { links } });
}

/** Takes tags away from one opportunity. */
export async function removeTags(line: Line, opportunity: string, tags: readonly string[]): Promise<void> {
  const path = `/opportunities/${opportunity}/removeTags`;
  await tell(line, { what: 'remove tags', method: 'POST', path, body: { tags } });
}

/** Deletes something filed under an opportunity. Notes and feedback are only marked as deleted. */
export async function deleteFiled(
  line: Line,
  {
    opportunity,
    list,
    id,
  }: { readonly opportunity: string; readonly list: 'files' | 'notes' | 'feedback'; readonly id: string },
): Promise<void> {
  const path = `/opportunities/${opportunity}/${list}/${id}`;
  await tell(line, { what: `delete one of the ${list}`, method: 'DELETE', path });
}
