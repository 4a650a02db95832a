import { draw } from './draw.tsx';
import { PeopleOnIssues } from './panels/people-on-issues.tsx';
import { useWords } from './words/words-context.ts';

/** "Anonymize user" on an issue: whoever is on it. */
function ActionPage() {
  const { t } = useWords();
  return <PeopleOnIssues issues={[]} nobody={t('person.none')} />;
}

draw(<ActionPage />);
