function words(text: string): ReadonlySet<string> {
  return new Set(text.split(/\s+/));
}

/** Elements that do not part a word: `<b>Ja</b>ne` reads "Jane". */
export const inlineTags = words(
  `a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd mark nobr q rp rt ruby s samp small span
  strike strong sub sup time tt u var wbr`,
);

/** What else parts words: as a space within a line, or with nothing to do with each other. The rest parts lines. */
export const spacingTags: ReadonlyMap<string, 'space' | 'apart'> = new Map([
  ...[...words('td th img input button label')].map((name) => [name, 'space'] as const),
  ...[...words('p h1 h2 h3 h4 h5 h6 hr table tr thead tbody tfoot ul ol li blockquote article section body html')].map(
    (name) => [name, 'apart'] as const,
  ),
]);

const otherTags = words(
  `address area aside audio base basefont br canvas caption center col colgroup datalist dd details dialog dir div dl dt embed fieldset figcaption figure footer form frame frameset head header hgroup iframe legend link main map menu meta meter nav noframes noscript object optgroup option output param picture pre progress script search select slot source style summary svg template textarea title track video`,
);

/** Elements whose content is code. */
export const rawTags = words('style script');

/** Whether a tag is HTML. Others are text: mail programs leave `<jane@example.test>` and `<Jane Doe>` unescaped. */
export function isTag(name: string): boolean {
  return inlineTags.has(name) || spacingTags.has(name) || otherTags.has(name);
}

/** Attributes that hold words and numbers of HTML itself, never a person's; writing there would break the page. */
export const vocabularyAttributes = words(
  `accept accept-charset align autocomplete bgcolor border cellpadding cellspacing charset class clear color cols colspan
  dir enctype face frameborder height http-equiv hreflang lang language link loading marginheight marginwidth media
  method nowrap rel rev role rows rowspan rules scope shape size sizes span spellcheck start style tabindex target text
  type usemap valign vlink width wrap xml:lang xmlns`,
);

/** Attributes that need no value. Other words without one are text that somebody did not escape: `<b Jane Doe>`. */
export const switchAttributes = words(
  `allowfullscreen async autofocus autoplay checked compact controls default defer disabled hidden ismap loop multiple muted
  nohref noresize noshade novalidate nowrap open readonly required reversed selected`,
);
