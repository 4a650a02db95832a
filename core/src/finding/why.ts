/** Which writing of an identifier was met. */
export const hows = [
  /** As it was filed, but for case, accents, separators and escapes. */
  'as-filed',
  /** A name in another order: "Doe, Jane", `DOE Jane`. */
  'other-order',
  /** A name or part of it written together or tied by a sign: `JaneDoe`, `jane_doe`, `jane.doe`. */
  'joined',
  /** A name of three and more words by fewer of them. */
  'shortened',
  /** A name with a word only begun: "J. Doe", "Jane D.". */
  'initial',
  /** A short or pet form of the given name: "Bill Turner" for William Turner. */
  'nickname',
  /** A given name or a family name alone. */
  'part-of-name',
  /** Another spelling of the same sounds or letters: "Petrov" for Петров, `JosÃ©` for José, `Ja-` at a line's end. */
  'other-spelling',
  /** An address with a tag: `jane+shop@…`. */
  'plus-tag',
  /** The same mailbox under another address: dots and googlemail. */
  'mailbox-alias',
  /** An address in words, with spaces or brackets in it: "jane (at) mail dot test". */
  'spelt-out',
  /** What stands before the `@`, alone. */
  'local-part',
  /** The name in a web address together with the code behind it: `jane-doe-1a2b3c`. */
  'address-around',
  /** A number without its country's code, or with it where it was filed without. */
  'national-number',
  /** A number with an extension. */
  'extension',
  /** A login after a sign that says it is one: `@jdoe`, `~jdoe`. */
  'handle',
  /** A postal address with its words shortened or its parts in other places: "12 Main St." */
  'abbreviated',
  /** Not an identifier known so far, but in a place that is the person's own: a further number in the signature. */
  'unfiled',
] as const;
export type How = (typeof hows)[number];

/** What speaks for the person where the writing alone says too little. */
export const evidences = [
  'greeting',
  'sign-off',
  'title',
  'header',
  'attribution',
  'signature',
  'at-mention',
  'label',
  'strong-mention',
] as const;
export type Evidence = (typeof evidences)[number];

/** Why a finding is ambiguous. */
export const doubts = [
  /** Part of a name without anything that says whose. */
  'name-alone',
  /** A name that is also a word of the language. */
  'common-word',
  /** Somebody else may go by it: a relative, a namesake, a list of family names. */
  'another-person',
  /** It may be a part of a longer name or word. */
  'part-of-longer',
  /** It stands in an address that is not among the person's own. */
  'foreign-address',
  /** It says too little: a few letters or digits. */
  'short',
  /** Looks like the person's and was not filed. */
  'unfiled',
  /** In base64: it cannot be cut without breaking the rest. */
  'encoded',
] as const;
export type Doubt = (typeof doubts)[number];

/** Why something was found, for the reviewer. */
export interface Why {
  readonly how: How;
  /** Only where the writing alone would not have been enough. */
  readonly evidence?: Evidence;
  /** With ambiguous findings, and only there. */
  readonly doubt?: Doubt;
}
