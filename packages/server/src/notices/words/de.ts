import type { NoticeWords } from './words-of-notices.ts';

/** What mails say. */
export const de: NoticeWords = {
  subject: 'Lethe: {what}',
  hello: 'Das ist eine Nachricht Ihrer Lethe-Installation.',
  more: 'und {count} weitere',
  hosts: 'System: {hosts}',
  runs: 'Läufe:',
  where: 'Hier ansehen: {link}',
  stop: 'Welche Nachrichten Sie in welcher Sprache bekommen, bestimmen Sie selbst: {link}',
  about: {
    'second-asked': {
      subject: 'Anträge warten auf eine zweite Person: {count}',
      text: 'Es wurden Läufe beantragt, die eine zweite Person brauchen. Zahl der Anträge: {count}. Sehen Sie sich jeden Plan an, bevor Sie zustimmen.',
    },
    'begins-soon': {
      subject: 'Läufe beginnen bald: {count}',
      text: 'Läufe, die Sie beantragt oder genehmigt haben, beginnen bald; der erste um {until}. Bis dahin kann man sie abbrechen. Zahl der Läufe: {count}.',
    },
    cancelled: {
      subject: 'Läufe oder Anträge wurden beendet: {count}',
      text: 'Läufe oder Anträge, die Sie betreffen, wurden abgebrochen, abgelehnt, zurückgezogen oder nicht rechtzeitig beantwortet. Zahl: {count}.',
    },
    'ended-with-gaps': {
      subject: 'Läufe endeten mit Lücken: {count}',
      text: 'Läufe sind beendet, aber etwas ließ sich nicht leeren oder nicht beweisen. Was, steht in ihren Berichten. Zahl der Läufe: {count}.',
    },
    stopped: {
      subject: 'Läufe wurden angehalten: {count}',
      text: 'Läufe hielten vor ihrem Ende an und warten auf jemanden. Zahl der Läufe: {count}.',
    },
    'check-found': {
      subject: 'Eine spätere Prüfung fand etwas: {count}',
      text: 'Ein erneuter Blick nach einem Lauf zeigte etwas, das nicht mehr so ist, wie der Lauf es hinterließ. Zahl der Prüfungen: {count}.',
    },
    returned: {
      subject: 'Personen sind zurückgekehrt: {count}',
      text: 'Jemand, der gelöscht wurde, scheint wieder in einem System zu sein. Es geschieht nichts, bevor jemand entscheidet. Zahl: {count}.',
    },
    test: { subject: 'Ein Test', text: 'Nachrichten von Lethe erreichen Sie unter dieser Adresse.' },
  },
};
