interface PolicyFactory {
  createPolicy(name: string, rules: Readonly<Record<string, (text: string) => string>>): unknown;
}

declare global {
  interface Window {
    /** The browser's maker of policies, where it has one. */
    readonly trustedTypes?: PolicyFactory;
  }
}

/**
 * Lets a text become the content of an element only where there can be no markup in it, as in the sheets of variables the
 * components write. With the policy of the server nothing else is made of strings at all: no other policy may be created,
 * and this one makes no script and no address of a script.
 */
export function allowNoMarkup({ trustedTypes }: Pick<Window, 'trustedTypes'>): void {
  trustedTypes?.createPolicy('default', { createHTML: withoutMarkup });
}

/** Answers the text as it is. Throws `TypeError` where it could hold markup. */
export function withoutMarkup(text: string): string {
  if (text.includes('<')) throw new TypeError('No markup is made of texts.');
  return text;
}

/** Keeps zod (https://zod.dev/packages/core) from making functions of texts: it would try, be refused, and every try is a report of the policy. */
export function compileNothing(page: object): void {
  Object.assign(page, { __zod_globalConfig: { jitless: true } });
}
