import { useQuery } from '@tanstack/react-query';
import type { UseQueryResult } from '@tanstack/react-query';
import { answered } from '../api/api.ts';
import { useApi } from '../api/api-context.ts';
import type { components } from '../api/schema.ts';
import { useWords } from '../words/words-provider.tsx';
import type { Owner } from './kinds.ts';

/** A host as the list has it. */
export type ListedHost = components['schemas']['Host'];

/** The key of the list of hosts. */
export const HOSTS = ['hosts'] as const;

/** Every host there is. */
export function useHosts(): UseQueryResult<{ readonly hosts: readonly ListedHost[] }> {
  const api = useApi();
  return useQuery({
    queryKey: HOSTS,
    queryFn: async () => answered(api.GET('/api/v1/hosts')),
    staleTime: 60_000,
  });
}

/** A host in its own words. */
export interface HostWords {
  /** What it is: its vendor's name, or its own until that is known. */
  readonly name: string;
  /** What it calls a person, a dossier, a message; in the language of the page where that is known. */
  readonly word: (owner: Owner) => string;
  /** Where people open it, if that is an address of the web. */
  readonly link: string | undefined;
}

/** The words of the host of that name. */
export function useHostWords(host: string): HostWords {
  const { t, sayOr } = useWords('terms');
  const found = useHosts().data?.hosts.find(({ name }) => name === host);
  const link = found !== undefined && /^https?:\/\//u.test(found.where) ? found.where : undefined;
  return {
    name: found?.product ?? host,
    link,
    word: (owner) => {
      if (owner === 'attachment') return t('word.attachment');
      const word = found?.words?.[owner] ?? owner;
      return sayOr('terms', `word.${word}`, word);
    },
  };
}
