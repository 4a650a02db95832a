import type { NoticeWords } from './words-of-notices.ts';

/** What mails say. */
export const en: NoticeWords = {
  subject: 'Lethe: {what}',
  hello: 'This is a notice of your installation of Lethe.',
  more: 'and {count} more',
  hosts: 'Host: {hosts}',
  runs: 'Runs:',
  where: 'See: {link}',
  stop: 'Which notices you get and in which language is up to you: {link}',
  about: {
    'second-asked': {
      subject: 'Requests wait for a second person: {count}',
      text: 'Runs were asked for that need a second person. Number of requests: {count}. Look at each plan before you approve it.',
    },
    'begins-soon': {
      subject: 'Runs begin soon: {count}',
      text: 'Runs you asked for or approved begin soon; the first at {until}. Until then they can be cancelled. Number of runs: {count}.',
    },
    cancelled: {
      subject: 'Runs or requests were ended: {count}',
      text: 'Runs or requests that concern you were cancelled, refused, taken back, or not answered in time. Number: {count}.',
    },
    'ended-with-gaps': {
      subject: 'Runs ended with gaps: {count}',
      text: 'Runs ended, and something could not be blanked or proven. Their reports say what. Number of runs: {count}.',
    },
    stopped: {
      subject: 'Runs stopped: {count}',
      text: 'Runs stopped before their end and wait for somebody. Number of runs: {count}.',
    },
    'check-found': {
      subject: 'A later check found something: {count}',
      text: 'Looking again after a run showed something that is not as the run left it. Number of checks: {count}.',
    },
    returned: {
      subject: 'People came back: {count}',
      text: 'Somebody who was erased seems to be in a host again. Nothing is done about it before somebody decides. Number: {count}.',
    },
    test: { subject: 'A test', text: 'Mails of Lethe reach you at this address.' },
  },
};
