import { z } from 'zod';
import { personKinds } from '@lethe/core';

const personNumber = z.string().regex(/^p\d+$/);
const stamp = z.iso.datetime();
const channels = ['mail', 'web', 'chat', 'phone', 'api', 'note', 'unknown'] as const;

const attachmentSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  description: z.string(),
  /** What is in the file, in base64. */
  bytes: z.string(),
});

const messageSchema = z.strictObject({
  id: z.string(),
  at: stamp,
  channel: z.enum(channels),
  direction: z.enum(['incoming', 'outgoing', 'internal']),
  author: z.union([personNumber, z.literal('system'), z.literal('unknown')]),
  from: z.array(z.string()),
  to: z.array(z.string()),
  cc: z.array(z.string()),
  bcc: z.array(z.string()),
  attendees: z.array(z.string()),
  recipients: z.array(personNumber),
  subject: z.string(),
  form: z.enum(['plain', 'html']),
  body: z.string(),
  opensTicket: z.boolean(),
  /** Came through the old mail gateway, which has a log of its own. */
  viaGateway: z.boolean(),
  attachments: z.array(attachmentSchema),
});

/**
 * An entry of the change log: what stood there before, and what somebody put there. `old` is empty at the beginning, `new`
 * where the change came through the API, as then it is on the ticket itself.
 */
const changeSchema = z.strictObject({
  at: stamp,
  by: personNumber,
  about: z.enum(['title', 'description', 'field']),
  old: z.string(),
  new: z.string(),
});

/** One file below `tickets`. */
export const ticketSchema = z.strictObject({
  id: z.string().regex(/^t\d+$/),
  title: z.string(),
  form: z.enum(['plain', 'html']),
  description: z.string(),
  status: z.enum(['new', 'open', 'waiting', 'solved', 'closed']),
  archived: z.boolean(),
  category: z.string(),
  company: z.string(),
  channel: z.enum(channels),
  group: z.string(),
  openedBy: personNumber,
  requester: personNumber,
  assignee: personNumber.optional(),
  openedAt: stamp,
  updatedAt: stamp,
  fields: z.array(z.strictObject({ id: z.string(), label: z.string(), text: z.string() })),
  followers: z.array(personNumber),
  log: z.array(changeSchema),
  /** What was sent with a web form. */
  attachments: z.array(attachmentSchema),
  messages: z.array(messageSchema),
  /** Mails the desk wrote by itself: auto replies, notifications, delivery reports. */
  outbox: z.array(messageSchema),
});

/** A line of a person's card: a text, or the number of another account. */
const cardFieldSchema = z.strictObject({
  id: z.string(),
  label: z.string(),
  text: z.string(),
  person: personNumber.optional(),
});

/** One file below `people`. */
export const personSchema = z.strictObject({
  id: personNumber,
  name: z.string(),
  kind: z.enum(personKinds),
  login: z.string(),
  company: z.string().optional(),
  masteredBy: z.enum(['sso', 'ldap', 'scim', 'import']).optional(),
  /** The first one is the primary address. */
  addresses: z.array(z.strictObject({ id: z.string(), text: z.string() })),
  phones: z.array(z.strictObject({ id: z.string(), label: z.string(), text: z.string() })),
  number: z.string(),
  /** The picture's file name, and what is in it, in base64. */
  photo: z.strictObject({ name: z.string(), bytes: z.string() }).optional(),
  fields: z.array(cardFieldSchema),
  log: z.array(z.strictObject({ at: stamp, by: personNumber, about: z.string(), old: z.string() })),
  access: z.array(z.strictObject({ id: z.string(), label: z.string(), open: z.boolean() })),
  opened: z.number().int(),
  lastActivity: stamp,
  updatedAt: stamp,
});

/** What the sandbox knows about itself: `desk.json`, written last when a sandbox is made. */
export const deskSchema = z.strictObject({
  format: z.literal(1),
  seed: z.string(),
  people: z.number().int(),
  tickets: z.number().int(),
  /** The account the product is connected with. */
  self: personNumber.optional(),
  /** The person with very many spots, if one was asked for, and how many at least. */
  bigPerson: personNumber.optional(),
  bigSpots: z.number().int().optional(),
});

/** A ticket as read from disk for one call; changed in place and written back whole. */
export type StoredTicket = z.infer<typeof ticketSchema>;
/** A mail, note or call within a ticket. */
export type StoredMessage = z.infer<typeof messageSchema>;
/** A person's card as read from disk for one call; changed in place and written back whole. */
export type StoredPerson = z.infer<typeof personSchema>;
/** The sandbox's own facts. */
export type DeskFacts = z.infer<typeof deskSchema>;
