import { wordSet } from '../matching/word-set.ts';

/** The words of one language that mail programs put around a quoted mail. */
interface MailWords {
  readonly from: string;
  readonly to: string;
  readonly copy: string;
  readonly sent: string;
  readonly subject: string;
  /** The verb of "On Monday, Jane wrote:". */
  readonly wrote: string;
}

/** Header blocks of Outlook, Apple Mail and Thunderbird, and attribution lines of these and Gmail, by language. */
const languages: Readonly<Record<string, MailWords>> = {
  en: { from: 'from', to: 'to', copy: 'cc bcc', sent: 'sent date', subject: 'subject', wrote: 'wrote writes said' },
  de: { from: 'von', to: 'an', copy: 'kopie', sent: 'gesendet datum', subject: 'betreff', wrote: 'schrieb' },
  fr: { from: 'de', to: 'à', copy: 'copie', sent: 'envoyé', subject: 'objet', wrote: 'écrit' },
  es: { from: 'de', to: 'para', copy: 'copia', sent: 'enviado fecha', subject: 'asunto', wrote: 'escribió' },
  it: { from: 'da', to: 'a', copy: 'cc', sent: 'inviato data', subject: 'oggetto', wrote: 'scritto' },
  pt: { from: 'de', to: 'para', copy: 'cc', sent: 'enviado enviada', subject: 'assunto', wrote: 'escreveu' },
  nl: { from: 'van', to: 'aan', copy: 'cc', sent: 'verzonden', subject: 'onderwerp', wrote: 'schreef geschreven' },
  sv: { from: 'från', to: 'till', copy: 'kopia', sent: 'skickat', subject: 'ämne', wrote: 'skrev' },
  da: { from: 'fra', to: 'til', copy: 'cc', sent: 'sendt', subject: 'emne', wrote: 'skrev' },
  no: { from: 'fra', to: 'til', copy: 'kopi', sent: 'sendt', subject: 'emne', wrote: 'skrev' },
  fi: { from: 'lähettäjä', to: 'vastaanottaja', copy: 'kopio', sent: 'lähetetty', subject: 'aihe', wrote: 'kirjoitti' },
  pl: { from: 'od', to: 'do', copy: 'dw', sent: 'wysłano', subject: 'temat', wrote: 'napisał napisała pisze' },
  cs: { from: 'od', to: 'komu', copy: 'kopie', sent: 'odesláno', subject: 'předmět', wrote: 'napsal napsala' },
  tr: { from: 'kimden', to: 'kime', copy: 'bilgi', sent: 'gönderildi', subject: 'konu', wrote: 'yazdı şunları' },
  ru: { from: 'от', to: 'кому', copy: 'копия', sent: 'отправлено', subject: 'тема', wrote: 'написал написала пишет' },
  el: { from: 'από', to: 'προς', copy: 'κοιν', sent: 'στάλθηκε', subject: 'θέμα', wrote: 'έγραψε' },
  hu: { from: 'feladó', to: 'címzett', copy: 'másolat', sent: 'elküldve', subject: 'tárgy', wrote: 'írta' },
  ro: { from: 'de', to: 'către', copy: 'cc', sent: 'trimis', subject: 'subiect', wrote: 'scris' },
};

const all = Object.values(languages);

/** What stands before the colon in headers that hold people. */
export const peopleHeaders = wordSet(...all.flatMap(({ from, to, copy }) => [from, to, copy]));
/** What stands before the colon in any header. */
export const headers = wordSet(...all.flatMap(({ from, to, copy, sent, subject }) => [from, to, copy, sent, subject]));
/** The verbs of attribution lines. */
export const attributionVerbs = wordSet(...all.map(({ wrote }) => wrote));
