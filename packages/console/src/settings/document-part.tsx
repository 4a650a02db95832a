import type { ReactElement } from 'react';
import { Loading } from '../parts/loading.tsx';
import { Problem } from '../parts/problem.tsx';
import { useDocument } from '../waiting/use-document.ts';
import type { Name, SettingsDocument } from '../waiting/use-document.ts';

interface DocumentPartProps {
  readonly name: Name;
  readonly shown: (document: SettingsDocument) => ReactElement;
}

/** A form of a settings document, once that is there. */
export function DocumentPart({ name, shown }: DocumentPartProps): ReactElement {
  const { data, error, isPending, refetch } = useDocument(name);
  if (isPending) return <Loading />;
  if (data === undefined) return <Problem error={error} again={() => void refetch()} />;
  return shown(data);
}
