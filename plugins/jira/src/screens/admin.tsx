import { AdminPage } from './admin/admin-page.tsx';
import { draw } from './draw.tsx';

draw(<AdminPage />);
