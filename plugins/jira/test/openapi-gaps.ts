/** A call none of the files describes, and why it is made all the same. */
export interface Gap {
  readonly method: string;
  readonly path: RegExp;
  readonly why: string;
}

/** Calls beyond the files: none. */
export const beyondSpec: readonly Gap[] = [];

/** What the files say and Jira does otherwise, or not always; each is passed over in answers where it is met. */
export const knownFaults: readonly { readonly at: RegExp; readonly says: RegExp; readonly why: string }[] = [
  {
    at: /^POST \/rest\/api\/3\/changelog\/bulkfetch$/,
    says: /^answer.*\/created must be string/,
    why: 'the schema says a time as text, the example beside it and sites in use write milliseconds',
  },
  {
    at: /^(?:GET|POST) \/rest\/api\/3\//,
    says: /^answer.*\/items\/n\/(?:from|fromString|to|toString) must be string/,
    why: 'a change from or to nothing has null there, which the schema of the changelog forgets',
  },
  {
    at: /^POST \/rest\/api\/3\/issue\/properties$/,
    says: /^request\/requestBody\/properties\//,
    why: 'the schema of a value is that of the class the server keeps it in, not of JSON',
  },
  {
    at: /^POST \/rest\/api\/3\/bulk\/issues\/fields$/,
    says: /^request.*\/users must be array/,
    why: 'the text beside the schema says that null clears a field of people',
  },
];

/** What the files cannot tell us, as whoever relies on the comparison should know. */
export const blindSpots: readonly string[] = [
  'fields of issues, their names and values: any object is as described',
  'documents in comments and fields: the schema of the format is a document of its own',
  'JQL: a text like any other',
  'which values a bulk edit takes to clear a field: prose beside the schema',
  'the customer accounts and the revocation of portal access: described by hand, not by Atlassian',
  'Jira Service Management: its file is of 2023-08',
  'refusals: for most calls the files give a status and no schema',
];
