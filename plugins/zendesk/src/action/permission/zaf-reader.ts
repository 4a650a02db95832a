/** What is read through Zendesk's app framework without a call to the API. The real client has this shape. */
export interface ZafReader {
  /** Values by path; what went wrong with single paths stands in `errors`. */
  get(paths: string | readonly string[]): PromiseLike<Readonly<Record<string, unknown>>>;
  /** Where the page is: account, product, location. */
  context(): PromiseLike<unknown>;
  /** The installation's settings, as the administrator wrote them. */
  metadata(): PromiseLike<{ readonly settings?: Readonly<Record<string, unknown>> }>;
}
