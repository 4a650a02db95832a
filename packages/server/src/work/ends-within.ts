/** Waits for the work, but no longer than so many milliseconds. Answers whether it came to its end; what it throws is thrown. */
export async function endsWithin(milliseconds: number, work: Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), Math.max(0, milliseconds));
  });
  return Promise.race([work.then(() => true), late]).finally(() => clearTimeout(timer));
}
