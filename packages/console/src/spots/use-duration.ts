import { useWords } from '../words/words-provider.tsx';

const MINUTE = 60;
const HOUR = 3_600;

/** Says how long something takes: "about 7 minutes". */
export function useDuration(): (seconds: number) => string {
  const { t } = useWords('terms');
  return (seconds) => {
    if (seconds < MINUTE) return t('duration.seconds');
    if (seconds < 2 * HOUR) return t('duration.minutes', { count: Math.round(seconds / MINUTE) });
    return t('duration.hours', { count: Math.round(seconds / HOUR) });
  };
}
