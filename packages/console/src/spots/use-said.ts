import { useQuery } from '@tanstack/react-query';
import { useLanguage } from '../words/words-provider.tsx';
import { sayingIn } from './said.ts';
import type { Saying } from './said.ts';

/** Says fixed sentences of the server in the language of the page; in English until they are at hand. */
export function useSaid(): Saying {
  const [language] = useLanguage();
  const { data } = useQuery({
    queryKey: ['said', language],
    queryFn: async () => ({ say: await sayingIn(language) }),
    staleTime: Infinity,
    gcTime: Infinity,
    networkMode: 'always',
  });
  return data?.say ?? asItIs;
}

function asItIs(sentence: string): string {
  return sentence;
}
