/** Seconds between two questions while nothing moves: often at first, seldom later. */
const seconds = [1, 1, 2, 3, 5, 8, 10] as const;

/** How long to wait, in milliseconds, before asking again, after so many answers that said the same. */
export function pauseAfter(same: number): number {
  return (seconds[Math.min(same, seconds.length - 1)] ?? 10) * 1000;
}
