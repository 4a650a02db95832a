import { z } from 'zod';
import { variable } from './variable.ts';

/** Languages of mails and of the console. */
export const languages = ['en', 'de', 'fr', 'es', 'sv'] as const;
export type Language = (typeof languages)[number];

/** One mail address alone: no name beside it, no second one, nothing a mail's head could be ended with. */
export const mailAddress = z
  .string()
  .max(254)
  .regex(
    /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9-]{0,62})(?:\.[A-Za-z0-9][A-Za-z0-9-]{0,62})+$/,
    'write one address and nothing else',
  );

/** The `server.mail` part of the settings: without it nobody is told anything by mail. */
export const mailSchema = z
  .strictObject({
    host: z.string().regex(/^[A-Za-z0-9.:-]{1,253}$/, 'name the mail server'),
    port: z.number().int().min(1).max(65_535).default(587),
    /** `starttls`: begins in clear and must change over before anything is said. `implicit`: encrypted from the first byte. */
    tls: z.enum(['starttls', 'implicit', 'none']).default('starttls'),
    from: mailAddress,
    userFrom: variable.optional(),
    passwordFrom: variable.optional(),
    /** For operators who chose none. */
    language: z.enum(languages).default('en'),
    /** Where mails may go: these domains alone, if any is named. */
    domains: z
      .array(z.string().regex(/^[a-z0-9.-]{1,253}$/, 'write a domain in small letters'))
      .readonly()
      .default([]),
  })
  .refine(({ tls, host }) => tls !== 'none' || /^(?:127\.|localhost$|::1$)/.test(host), {
    path: ['tls'],
    message: 'mails leave this machine encrypted: use starttls or implicit',
  })
  .refine(({ userFrom, passwordFrom }) => (userFrom === undefined) === (passwordFrom === undefined), {
    path: ['passwordFrom'],
    message: 'name both variables, or neither',
  });

/** How mails are sent. */
export type MailSettings = Readonly<z.output<typeof mailSchema>>;
