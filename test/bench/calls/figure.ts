/** Calls of one run, and the goals they are held to. */
export interface Figure {
  readonly what: string;
  readonly figures: Readonly<Record<string, number>>;
  /** Each goal, and whether it holds. */
  readonly within: Readonly<Record<string, boolean>>;
}
