import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './frame/app';
import { SessionProvider } from './session/session';
import { LanguageProvider } from './words/language';
import './look/base.css';
import './look/frame.css';
import './look/parts.css';
import './look/tables.css';
import './look/dialog.css';
import './look/pages.css';
import './look/forms.css';
import './look/charts.css';
import './look/narrow.css';

const root = document.getElementById('root');
if (!root) throw new Error('the page has no root');
createRoot(root).render(
  <StrictMode>
    <LanguageProvider>
      <SessionProvider>
        <App />
      </SessionProvider>
    </LanguageProvider>
  </StrictMode>,
);
