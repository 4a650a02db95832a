/** The one name Garden's types take from lodash, which brings no types. */
declare module 'lodash' {
  /** A function that remembers what it answered. */
  export interface MemoizedFunction {
    readonly cache: unknown;
  }
}
