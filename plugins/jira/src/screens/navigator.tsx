import { draw } from './draw.tsx';
import { SelectionPanel } from './panels/selection-panel.tsx';

draw(<SelectionPanel />);
