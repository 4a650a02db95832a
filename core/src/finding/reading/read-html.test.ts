import { describe, expect, it } from '@jest/globals';
import { cut, marked, unmarked } from '../marked.suite.ts';
import { seen } from './seen.suite.ts';

const who = {
  names: ['Jane Doe'],
  addresses: ['jane@d.test'],
  logins: ['jdoe42', 'submit', 'center'],
  phones: ['+44 20 7946 0958'],
};
const html = { who, form: 'html' } as const;

describe('in HTML a mention is found', () => {
  it.each([
    ['over inline tags', '<b>«Ja»</b>«ne »<i>«D»</i>«oe»'],
    ['over a comment', '«Ja»<!-- x -->«ne Doe»'],
    ['over cells, lines and blocks', '<td>«Jane»</td>\n<td>«Doe»</td>: «Jane»<br>«Doe»'],
    ['in entities', '«Jane&nbsp;Doe», «J&#97;ne D&#x6f;e», «&#74;ane Doe»'],
    ['HD-13 as an address in entities', '<p>«jane&#64;d.test» «jane&commat;d&#x2e;test»</p>'],
    ['as an address in brackets that nobody escaped', 'From: «Jane Doe» <«jane@d.test»><br> <«Jane Doe»>'],
    ['as an address in escaped brackets', '&lt;«jane@d.test»&gt;'],
    ['in a link', '<a href="mailto:«jane@d.test»?subject=«Jane%20Doe»">write</a>'],
    ['in a link without quotes', '<a href=mailto:«jane@d.test» title=x>write</a>'],
    [
      'in attributes',
      `<img alt="«Jane Doe»" src='«Jane_Doe».png' title='by «jdoe42»' data-user="«jane@d.test»" srcset="">`,
    ],
    ['in values and contents', '<input value="«Jane Doe»"><meta content="«Jane Doe»">'],
    ['in an attribute, encoded', '<a href="/?u=«jane%40d.test»" title="«jane&#64;d.test»">'],
    ['in comments and declarations', '<!-- «Jane Doe» --><!DOCTYPE «Jane Doe»><?x «Jane Doe»?>'],
    ['in the page title', '<title>«Jane Doe»</title>'],
    ['in broken markup', '<a href="«jane@d.test» <b «Jane Doe» <'],
    ['after broken markup', '< > <3 a<b «Jane Doe» </ > <b/> <«jane@d.test»'],
    ['among words in a tag', '<b «Jane Doe» checked>x</b> <i x="" «Jane\nDoe»/>'],
    ['in a comment without end', '<!-- «Jane Doe» <b>'],
    ['in a style without end', '<style> «Jane Doe»'],
    ['as a phone number over tags', '<span>«+44»</span>« 20 7946 0958»'],
    ['in quoted-printable', '<a href=3D"mailto:«jane=40d.test»">«jane=40d.test»</a>'],
    ['tied to another in an attribute', '«Jane Doe» <a title="«jane@d.test»-«Jane Doe»">«Jane Doe»</a>'],
    ['beside tags', '<b>«jane@d.test»</b><i>.</i>'],
  ])('%s', (_, row) => {
    expect(marked(unmarked(row), html)).toBe(row);
  });
});

describe('HTML is read as a reader sees it', () => {
  it.each([
    ['blocks part lines', '<div>Jane</div><div>Doe</div>', '¶Jane¶¶Doe¶'],
    ['paragraphs, headings, rows and items are apart', '<p>a</p><h1>b</h1><tr>c</tr><li>d', '|a||b||c||d'],
    ['cells part words', '<td>Jane</td><td>Doe</td>', ' Jane  Doe '],
    ['inline tags are not seen', 'mary<b>jane</b>@d.<i>test</i>', 'maryjane@d.test'],
    ['words go on over tags and escapes', '<b>Doe</b>ring, &aacute;Jane', 'Doering, áJane'],
    ['attributes and comments come after the text', 'J<b title="x">a</b><!-- y -->ne', 'Jane|x|-- y '],
    ['style and script are not read', '<style>.a{}</style><script>"b"</SCRIPT>', '¶¶¶¶'],
    ['words of HTML are not read', '<p class="a" style="x: b" align=top><input type=submit>', '| '],
    ['what is escaped twice stays escaped', '&lt;b&gt; &amp;lt;', '<b> &lt;'],
  ])('%s', (_, text, expected) => {
    expect(seen(text, 'html')).toEqual([expected]);
  });

  it('HD-13 an address in a longer one is not found, over tags either', () => {
    const text = '<b>mary</b>jane@d.test jane@d.test<i>.example</i>';
    expect(marked(text, { who: { addresses: ['jane@d.test'] }, form: 'html' })).toBe(text);
  });
});

describe('after a cut HTML is what it was', () => {
  it.each([
    ['a mention over tags is replaced once', '<b>Ja</b>ne <i>D</i>oe!', '<b>A B</b><i></i>!'],
    ['cells stay', '<td>Jane</td><td>Doe</td><td>42</td>', '<td>A B</td><td></td><td>42</td>'],
    ['escaped markup stays escaped', '&lt;b&gt; Jane Doe &amp;lt;', '&lt;b&gt; A B &amp;lt;'],
    ['attributes stay quoted', '<a title="Jane Doe">', '<a title="A B">'],
    ['attributes without quotes get no space', '<a title=jane@d.test href=x>', '<a title=A&#32;B href=x>'],
  ])('%s', (_, before, after) => {
    expect(cut(before, html, 'A B')).toBe(after);
  });

  it('the replacement is text, not markup', () => {
    expect(cut('<a title="Jane Doe">Jane Doe</a>', html, `"><i>&'`)).toBe(
      '<a title="&#34;&#62;&#60;i&#62;&#38;&#39;">&#34;&#62;&#60;i&#62;&#38;&#39;</a>',
    );
  });

  it('an attribute without quotes does not end up without a value', () => {
    expect(cut('<a title=jane@d.test href=x>', html, '')).toBe('<a title=[…] href=x>');
  });
});
