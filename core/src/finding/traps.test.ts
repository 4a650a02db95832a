import { describe, expect, it } from '@jest/globals';
import type { PlainIdentifiers } from '../identifiers.ts';
import { cut, marked, unmarked } from './marked.suite.ts';
import type { TextForm } from './text-form.ts';

/** One person with something of every kind; invented, like all here. */
const mara: PlainIdentifiers = {
  names: ['Mara Quill'],
  addresses: ['mara.quill@fern.test'],
  phones: ['+44 20 7946 0123'],
  logins: ['mquill7'],
  externalIds: ['5187'],
  postalAddresses: ['9 Elm Street, Fernhill'],
};

type Trap = readonly [what: string, who: PlainIdentifiers, row: string];

/** `«»` around what goes, `‹›` around what is left for the reviewer. */
const traps: readonly (readonly [family: string, rows: readonly Trap[]])[] = [
  [
    'names that are words',
    [
      [
        'no word of the language',
        { names: ['Will Page'] },
        'This page will load. «Will Page» said it will; see page 3.',
      ],
      ['nor the name of a month', { names: ['June Banks'] }, 'In June the banks close, says «June Banks».'],
    ],
  ],
  [
    'other people',
    [
      ['with the family name', mara, 'R. Quill and Robert Quill are others.'],
      ['with the given name', mara, 'Mara Austen wrote it; Mara Smith agreed.'],
      ['with a longer name', mara, 'Tamara Quill and Mara Quillon are others.'],
    ],
  ],
  [
    'forms of a name',
    [
      ['any case', mara, '«MARA QUILL», «mara quill», «mArA qUiLl»'],
      ['the other order', mara, '«Quill, Mara»; «QUILL Mara» is the applicant'],
      ['an initial', mara, 'Spoke with «M. Quill» and with «M Quill».'],
      ['written together', mara, '#«MaraQuill» and «mara_quill»'],
      ['particles', { names: ['Otto van der Wiel'] }, 'Mr «van der Wiel»; «VAN DER WIEL Otto»; the van der box'],
      ['hyphens', { names: ['Ann-Kathrin Roe-Lund'] }, '«Ann Kathrin Roe Lund», «Ann‑Kathrin Roe‐Lund»'],
      ['apostrophes', { names: ["Shaun O'Malley"] }, '«Shaun O’Malley», «Shaun OMalley», «SHAUN O&#39;MALLEY»'],
    ],
  ],
  [
    'parts of words and numbers',
    [
      ['a word', { names: ['Ann Lee'] }, 'Annual leeway of the Annapolis fleet, «Ann Lee»'],
      ['a login', mara, '@«mquill7» please; cc @mquill71'],
      ['a number of the person', mara, 'user «5187», 51871 users, 15187'],
      ['a phone number', mara, 'order 442079460123871, part 2079460123-A7X2'],
      ['a house', mara, '«9 Elm St., Fernhill»; 19 Elm Street'],
      ['a local part', mara, 'login «mara.quill» on db1; tamara.quill@fern.test'],
    ],
  ],
  [
    'addresses',
    [
      ['tagged', mara, '«mara.quill+desk@fern.test»'],
      ['in words', mara, '«mara.quill [at] fern [dot] test», «mara.quill(at)fern.test»'],
      ['in a link', mara, '<a href="mailto:«mara.quill@fern.test»?subject=Hi">write</a>'],
      ['percent-encoded', mara, 'https://x.test/?u=«mara.quill%40fern.test»&n=«Mara%20Quill»'],
      [
        'of a role',
        { addresses: ['info@fern.test'], names: ['Support Team'] },
        'mail info@fern.test, the support team',
      ],
    ],
  ],
  [
    'phones',
    [
      ['any writing', mara, '«+44 (0)20 7946 0123», «020.7946.0123», «0044 20 7946 0123»'],
      ['over a line', mara, 'Call «+44 20 7946\n0123».'],
      ['with an extension', mara, '«020 7946 0123 ext. 12» or x12'],
      ['short ones only whole', { phones: ['5550142'] }, '«555-0142», total 25550142'],
    ],
  ],
  [
    'quoted mail',
    [
      ['who wrote', mara, '> On Tue, 3 Mar 2026, «Mara Quill» <«mara.quill@fern.test»> wrote:\n> > hello'],
      ['a name over two lines', mara, '> the order of «Mara\n> Quill» was late'],
      ['Outlook', mara, 'From: «Mara Quill» [mailto:«mara.quill@fern.test»]\nTo: Bob'],
    ],
  ],
  [
    'encodings and letters',
    [
      ['quoted-printable', mara, '«M=61ra Quill», «mara.quill=40fern.test»'],
      ['JSON escapes', { names: ['Zoé Núñez'] }, '{"n":"«Zo\\u00e9 N\\u00fa\\u00f1ez»"}'],
      ['invisible signs', mara, '«Ma\u200bra\u2060 Qu\u00adill»'],
      ['other spaces', mara, '«Mara\u00a0Quill», «Mara\u202fQuill», «Mara\tQuill»'],
      ['umlauts', { names: ['Jörg Strauß'] }, '«Joerg Strauss», «JÖRG STRAUSS», «Jorg Strauß», Jörg Straus'],
      ['Turkish', { names: ['İnci Işık'] }, '«İNCİ IŞIK», «inci ışık», «Inci Isik»'],
      ['full-width letters', mara, '«Ｍａｒａ　Ｑｕｉｌｌ»'],
      ['letters that look alike', mara, '«Маra Quill»'],
      ['no spaces', { names: ['山本花子'] }, '昨日«山本花子»様から。山本町は別。'],
    ],
  ],
  [
    'links, handles and directories',
    [
      ['a path', mara, 'https://desk.test/agent/users/«5187»/tickets?x=15187'],
      ['a mention of Jira', mara, '[~«mquill7»]'],
      ['a directory', mara, 'CN=«Mara Quill»,OU=Users,DC=fern'],
      ['a table', mara, 'id,name\n1,"«Quill, Mara»"\n'],
    ],
  ],
  [
    'safety',
    [
      ['signs are no pattern', { logins: ['a.*b(c)[d]+?'] }, '«a.*b(c)[d]+?» and axxb'],
      ['what stands for a mention is none', mara, '[removed] called; Anonymous User 8f3a'],
    ],
  ],
];

for (const [family, rows] of traps) {
  describe(`traps: ${family}`, () => {
    it.each(rows)('%s', (_, who, row) => {
      const form: TextForm = row.startsWith('<') ? 'html' : 'plain';
      expect(certainOnly(marked(unmarked(row), { who, form }))).toBe(row);
    });

    it.each(rows)('%s: a second cut finds nothing', (_, who, row) => {
      const form: TextForm = row.startsWith('<') ? 'html' : 'plain';
      const once = cut(unmarked(row), { who, form }, '[removed]');
      expect(cut(once, { who, form }, '[removed]')).toBe(once);
    });
  });
}

/** What is left for the reviewer has tables of its own. */
function certainOnly(row: string): string {
  return row.replace(/[‹›]/g, '');
}
