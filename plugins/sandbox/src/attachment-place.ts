import type { Place } from './place.ts';
import type { StoredMessage } from './schema.ts';

type Attachment = StoredMessage['attachments'][number];
/** A message or a ticket. */
type Owner = Pick<StoredMessage, 'attachments'>;

/** A file on a message or a ticket; taking it away takes its bytes away. */
export function attachmentPlace(owner: Owner, attachment: Attachment, name: string): Place {
  return {
    key: attachment.id,
    kind: 'attachment',
    label: `attachment ${attachment.id.slice(1)} of ${name}`,
    read: () => ({ form: 'file', name: attachment.name, description: attachment.description }),
    drop: () => {
      owner.attachments = owner.attachments.filter(({ id }) => id !== attachment.id);
    },
  };
}
