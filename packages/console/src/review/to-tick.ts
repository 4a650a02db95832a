/** What is open of what has to be ticked off first. */
export interface ToTick {
  readonly open: readonly string[];
  readonly of: number;
}
