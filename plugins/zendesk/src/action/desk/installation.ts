import { z } from 'zod';
import type { ZafReader } from '../permission/zaf-reader.ts';

/** What the administrator set for this installation; what is not set is missing. */
export interface AppSettings {
  readonly userGroups: unknown;
  /** How many days reports are kept in the browser. */
  readonly reportDays: number;
  /** End states somebody ticked. */
  readonly endStates: { readonly deleteClosedTickets: boolean; readonly deleteUser: boolean };
}

/** Reports are kept for so long unless somebody sets it. */
const REPORT_DAYS = 400;
const daysSchema = z.coerce.number().int().min(1).max(36_500).catch(REPORT_DAYS);

/** The settings as they are now. An empty number is none. */
export async function settingsOf(client: ZafReader): Promise<AppSettings> {
  const { settings = {} } = await client.metadata();
  const days = settings['report_days'];
  return {
    userGroups: settings['user_groups'],
    reportDays: daysSchema.parse(days === '' || days === null ? undefined : days),
    endStates: {
      deleteClosedTickets: settings['delete_closed_tickets'] === true,
      deleteUser: settings['delete_user'] === true,
    },
  };
}

const contextSchema = z.object({ account: z.object({ subdomain: z.string().min(1) }) });

/** A name for what this account keeps in the browser: all accounts share one place there. */
export async function storageName(client: ZafReader): Promise<string> {
  const parsed = contextSchema.safeParse(await client.context());
  return `lethe ${parsed.success ? parsed.data.account.subdomain : 'account'}`;
}
