import type { Channel, Dossier, DossierId, Message, MessageId, PersonId, PersonKind } from '../../host.ts';

/** An account, beside its cells. */
export interface PersonRecord {
  readonly id: PersonId;
  readonly kind: PersonKind;
  readonly company: string;
}

/** A ticket, beside its cells. */
export interface DossierRecord {
  readonly id: DossierId;
  readonly label: string;
  readonly state: Dossier['state'];
  readonly openedBy: PersonId;
  readonly openedVia: Channel;
  readonly tallies: Readonly<Record<string, string>>;
}

/** A message, beside its cells. */
export interface MessageRecord {
  readonly id: MessageId;
  readonly dossier: DossierId;
  readonly at: Date;
  readonly channel: Channel;
  readonly direction: Message['direction'];
  readonly author: PersonId | 'system';
}
