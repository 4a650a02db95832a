import { draw } from './draw.tsx';
import { FindPage } from './panels/find-page.tsx';

draw(<FindPage />);
