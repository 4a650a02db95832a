import type { ReactElement } from 'react';
import { useWords } from '../words/words-provider.tsx';
import { Fold } from './fold.tsx';
import { PlaceList } from './place-list.tsx';
import { Vendor } from './vendor.tsx';

/** The places something is about, and the vendor's page about it, once somebody wants to see them. */
export function PlacesFold(props: { readonly labels: readonly string[]; readonly source: string }): ReactElement {
  const { labels, source } = props;
  const { t } = useWords('terms');
  return (
    <Fold title={t('showPlaces', { count: labels.length })}>
      {() => (
        <>
          <PlaceList labels={labels} />
          <Vendor address={source} />
        </>
      )}
    </Fold>
  );
}
