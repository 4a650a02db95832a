/** At most so many calls in any stretch of so many milliseconds; two calls exactly that far apart are not in one. */
export interface Span {
  readonly calls: number;
  readonly milliseconds: number;
}

/**
 * The earliest time, not before `from`, at which one more call fits between calls at `times` (in order, past ones and ones
 * promised to others) so that no stretch holds too many.
 */
export function earliestSlot(times: readonly number[], span: Span, from: number): number {
  if (fits(times, span, from)) return from;
  for (const time of times) {
    const candidate = time + span.milliseconds;
    if (candidate > from && fits(times, span, candidate)) return candidate;
  }
  return (times.at(-1) ?? from) + span.milliseconds;
}

/** Only stretches that hold the new call can be too full: those with `before` calls ahead of it and the rest behind. */
function fits(times: readonly number[], { calls, milliseconds }: Span, at: number): boolean {
  const position = positionAfter(times, at);
  const behind = times.length - position;
  for (let before = Math.max(0, calls - behind); before <= Math.min(calls, position); before += 1) {
    const first = before === 0 ? at : (times[position - before] ?? at);
    const last = before === calls ? at : (times[position + calls - before - 1] ?? at);
    if (last - first < milliseconds) return false;
  }
  return true;
}

function positionAfter(times: readonly number[], at: number): number {
  let position = times.length;
  while (position > 0 && (times[position - 1] ?? 0) > at) position -= 1;
  return position;
}
