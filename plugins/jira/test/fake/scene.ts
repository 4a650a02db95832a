import { withJira } from './opened.ts';
import type { Opened } from './opened.ts';
import { agents } from './rights.ts';

/** Ada's request, which came in by mail, with a comment, a file and a line of work on it; Bo works at the desk. */
export interface Scene extends Opened {
  readonly ada: string;
  readonly bo: string;
  readonly issue: number;
  readonly comment: number;
  readonly file: number;
  readonly worklog: number;
  /** The issue's path. */
  readonly path: string;
}

export const api = '/rest/api/3';

/** Starts a Jira with Ada's request in it. */
export function withRequest(
  act: (scene: Scene) => Promise<void>,
  setting: Parameters<typeof withJira>[1] = {},
): Promise<void> {
  return withJira(async (opened) => {
    const { seed } = opened;
    const ada = seed.user({ name: 'Ada King', email: 'ada.king@lovelace.test', details: { Phone: ['01 234'] } });
    const bo = seed.user({
      name: 'Bo Lund',
      email: 'bo.lund@helpdesk.test',
      accountType: 'atlassian',
      groups: [agents],
    });
    const issue = seed.issue({
      ...{ summary: 'Broken printer of Ada', description: 'It is Ada’s.', reporter: ada, channel: 'email' },
      ...{ participants: [ada, bo], watchers: [bo], fields: { Contact: 'Ada' } },
    });
    const comment = seed.comment(issue, { by: ada, body: 'Write to ada.king@lovelace.test' });
    const file = seed.attachment(issue, { by: ada, name: 'ada.txt', inside: 'her face' });
    const worklog = seed.worklog(issue, { by: bo, comment: 'Rang Ada', timeSpentSeconds: 600 });
    await act({ ...opened, ada, bo, issue, comment, file, worklog, path: `${api}/issue/${issue}` });
  }, setting);
}
