import type { NoticeWords } from './words-of-notices.ts';

/** What mails say. */
export const sv: NoticeWords = {
  subject: 'Lethe: {what}',
  hello: 'Detta är ett meddelande från er installation av Lethe.',
  more: 'och {count} till',
  hosts: 'System: {hosts}',
  runs: 'Körningar:',
  where: 'Se: {link}',
  stop: 'Du bestämmer själv vilka meddelanden du får och på vilket språk: {link}',
  about: {
    'second-asked': {
      subject: 'Förfrågningar väntar på en andra person: {count}',
      text: 'Körningar har begärts som kräver en andra person. Antal förfrågningar: {count}. Titta på varje plan innan du godkänner den.',
    },
    'begins-soon': {
      subject: 'Körningar börjar snart: {count}',
      text: 'Körningar som du har begärt eller godkänt börjar snart; den första klockan {until}. Till dess kan de avbrytas. Antal körningar: {count}.',
    },
    cancelled: {
      subject: 'Körningar eller förfrågningar har avslutats: {count}',
      text: 'Körningar eller förfrågningar som rör dig har avbrutits, avslagits, dragits tillbaka eller inte besvarats i tid. Antal: {count}.',
    },
    'ended-with-gaps': {
      subject: 'Körningar slutade med luckor: {count}',
      text: 'Körningar har slutat, men något kunde inte tömmas eller bevisas. Rapporterna säger vad. Antal körningar: {count}.',
    },
    stopped: {
      subject: 'Körningar har stannat: {count}',
      text: 'Körningar stannade före sitt slut och väntar på någon. Antal körningar: {count}.',
    },
    'check-found': {
      subject: 'En senare kontroll hittade något: {count}',
      text: 'En ny titt efter en körning visade något som inte längre är som körningen lämnade det. Antal kontroller: {count}.',
    },
    returned: {
      subject: 'Personer har kommit tillbaka: {count}',
      text: 'Någon som raderats verkar finnas i ett system igen. Inget görs innan någon bestämmer. Antal: {count}.',
    },
    test: { subject: 'Ett test', text: 'Meddelanden från Lethe når dig på den här adressen.' },
  },
};
