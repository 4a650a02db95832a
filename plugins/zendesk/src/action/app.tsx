import { useEffect, useRef } from 'react';
import type { ReactElement, ReactNode } from 'react';
import type { AppDesk } from './desk/app-desk.ts';
import { Page } from './screens/frame/layout.ts';
import { Gate } from './screens/places/gate.tsx';
import { ModalPage } from './screens/places/modal-page.tsx';
import { NavPage } from './screens/places/nav-page.tsx';
import { SidebarPage } from './screens/places/sidebar-page.tsx';
import type { Place } from './view/place.ts';
import type { ZendeskFrame } from './zaf/zendesk-frame.ts';

/** What the app shows, and with what. */
export interface Showing {
  readonly place: Place;
  readonly desk: AppDesk;
  readonly frame: ZendeskFrame;
}

/** The page for the place in Zendesk it was loaded in. */
export function App({ place, desk, frame }: Showing): ReactElement {
  return (
    <Page>
      <Fitting place={place} frame={frame}>
        <Gate desk={desk}>
          <PlacePage place={place} desk={desk} frame={frame} />
        </Gate>
      </Fitting>
    </Page>
  );
}

function PlacePage({ place, desk, frame }: Showing): ReactNode {
  switch (place.at) {
    case 'user':
    case 'ticket':
      return <SidebarPage desk={desk} frame={frame} />;
    case 'nav':
      return <NavPage desk={desk} frame={frame} />;
    case 'modal':
      return place.shown === undefined ? (
        <NavPage desk={desk} frame={frame} />
      ) : (
        <ModalPage desk={desk} frame={frame} shown={place.shown} />
      );
  }
}

const LEAST_HEIGHT = 80;
const PADDING = 24;

/** Tells Zendesk how high the panel is, whenever that changes. */
function Fitting(props: {
  readonly place: Place;
  readonly frame: ZendeskFrame;
  readonly children: ReactNode;
}): ReactElement {
  const { place, frame, children } = props;
  const isPanel = place.at === 'user' || place.at === 'ticket';
  const inside = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = inside.current;
    if (element === null || !isPanel) return;
    const observer = new ResizeObserver(() =>
      frame.resize(Math.max(LEAST_HEIGHT, Math.ceil(element.getBoundingClientRect().height) + PADDING)),
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, [frame, isPanel]);
  return <div ref={inside}>{children}</div>;
}
