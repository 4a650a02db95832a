import { useSession } from '../session/use-session.ts';
import { useWords } from '../words/words-provider.tsx';

/** Names an operator: whoever looks is addressed, others are known by their ids alone. */
export function useWho(): (operator: string) => string {
  const { t } = useWords('terms');
  const { operator: me } = useSession();
  return (operator) => (operator === me?.id ? t('you') : t('somebody', { id: operator }));
}
