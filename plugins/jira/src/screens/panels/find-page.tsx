import { useState } from 'react';
import type { ReactElement } from 'react';
import { FlowScreen } from '../flow/flow-screen.tsx';
import type { Beginning } from '../flow/use-flow.ts';
import { FindPanel } from './find-panel.tsx';

/** Find somebody and go on with them, where there is room for no more. */
export function FindPage(): ReactElement {
  const [beginning, begin] = useState<Beginning>();
  if (beginning === undefined) return <FindPanel onBegin={begin} />;
  return <FlowScreen beginning={beginning} onBack={() => begin(undefined)} />;
}
