import { useQueries } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { answered } from '../api/api.ts';
import { useApi } from '../api/api-context.ts';
import type { paths } from '../api/schema.ts';
import { addressesIn } from './addresses.ts';

type Answers = paths['/api/v1/pages']['get']['responses'][200]['content']['application/json'];

/** Somebody whom a page shows. */
export type OnPage = NonNullable<Answers['hosts'][number]['found']>;

/** A page and what is known of it by now. */
export interface AskedPage {
  readonly address: string;
  readonly isPending: boolean;
  readonly error: unknown;
  /** Nobody where no host knows the page. */
  readonly found: OnPage | undefined;
}

/** The pages this one was opened from. What stands behind `#` may change without the page being loaded. */
export function useAddresses(): readonly string[] {
  const fragment = useSyncExternalStore(
    (changed) => {
      window.addEventListener('hashchange', changed);
      return () => window.removeEventListener('hashchange', changed);
    },
    () => window.location.hash,
  );
  return addressesIn(fragment);
}

/** Whom pages show. */
export function usePages(addresses: readonly string[]): readonly AskedPage[] {
  const api = useApi();
  return useQueries({
    queries: addresses.map((address) => ({
      queryKey: ['pages', address],
      queryFn: async () => answered(api.GET('/api/v1/pages', { params: { query: { address } } })),
      staleTime: 30_000,
    })),
  }).map(({ data, isPending, error }, index) => ({
    ...{ address: addresses[index] ?? '', isPending, error },
    found: data?.hosts.flatMap(({ found }) => found ?? [])[0],
  }));
}
