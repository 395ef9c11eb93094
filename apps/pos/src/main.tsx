import { createRoot } from 'react-dom/client';
import { App } from './app';
import { startInput } from './hardware/start-input';
import { startTill } from './local/till';
import { followHash } from './shell/view';
import { watchForUpdate } from './shell/update';
import './styles/till.css';

startInput();
followHash();
watchForUpdate();
void startTill();

const root = document.getElementById('root');
if (root) createRoot(root).render(<App />);
