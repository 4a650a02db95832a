const DAY = 86_400_000;

/** Until when `Retry-After` asks to be left alone, in seconds or as a date; a day at most, and never before now. */
export function retryAfter(headers: Readonly<Record<string, string>>, now: Date): Date | undefined {
  const said = headers['retry-after'];
  if (said === undefined) return undefined;
  const seconds = /^\d+$/.test(said.trim());
  // Anything can be read as a date, a negative number too.
  const date = /[a-z]{3}/i.test(said) ? Date.parse(said) : NaN;
  const until = seconds ? now.getTime() + Number(said) * 1000 : date;
  if (Number.isNaN(until)) return undefined;
  return new Date(Math.min(Math.max(until, now.getTime()), now.getTime() + DAY));
}
