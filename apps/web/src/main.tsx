// Ground styles come first, so that the styles of parts and pages may differ from them.
import './shared/ui/styles/tokens.css';
import './shared/ui/styles/base.css';
import './shared/ui/styles/layout.css';
import './shared/ui/styles/print.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app';
import { createAppRouter } from './routes/router';
import { createQueries } from './shared/api/queries';
import { startSession } from './shared/auth/session';
import { rememberApp } from './shared/ui/app-hint';
import { restoreSeniorMode } from './shared/ui/senior-mode';

restoreSeniorMode();
rememberApp();
void startSession();

const root = document.getElementById('root');
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <App router={createAppRouter()} queries={createQueries()} />
    </StrictMode>,
  );
}
