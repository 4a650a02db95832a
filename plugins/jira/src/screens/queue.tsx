import { draw } from './draw.tsx';
import { Overview } from './panels/overview.tsx';

draw(<Overview first="waiting" />);
