import { createElement } from 'react';
import { person } from './samples.ts';
import type { Answers, Stage } from './stage.ts';
import { answering, staged, yes } from './stage.ts';

/** The dialog on an issue, with these answers. */
export async function dialog(answers: Answers, locale = 'en-US'): Promise<Stage> {
  const page = async () => {
    const { PeopleOnIssues } = await import('../../src/screens/panels/people-on-issues.tsx');
    return createElement(PeopleOnIssues, { issues: [], nobody: 'There is nobody.' });
  };
  return staged(page, {
    resolver: answering({ who: () => yes({ people: [person()], unread: [] }), ...answers }),
    locale,
  });
}

/** The dialog on an issue, after "Anonymize user" was pressed. */
export async function reviewing(answers: Answers): Promise<Stage> {
  const stage = await dialog(answers);
  await stage.shows('Ada King');
  await stage.press('Anonymize user');
  return stage;
}
