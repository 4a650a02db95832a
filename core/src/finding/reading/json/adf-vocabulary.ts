function words(text: string): ReadonlySet<string> {
  return new Set(text.split(/\s+/));
}

/** Nodes that stand within a line of text: https://developer.atlassian.com/cloud/jira/platform/apis/document/structure/ */
export const inlineNodes = words(
  'text hardBreak mention emoji date status placeholder inlineCard inlineExtension mediaInline image confluenceJiraIssue',
);

/** Keys whose values are words of the format, identities of files and points of time: never a person's. */
export const vocabularyKeys = words(
  `type version localId collection accessLevel userType timestamp layout color colorName state style panelType panelIcon
  panelIconId panelColor language extensionType extensionKey shortName occurrenceKey width height widthType level order
  colspan rowspan colwidth background displayMode isNumberColumnEnabled annotationType align mode size borderColor`,
);

/** Keys whose values are addresses of pages: what is put there is percent-encoded. */
export const addressKeys = words('href url src');
