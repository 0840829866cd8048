import './no-eval.ts';
import '@ant-design/v5-patch-for-react-19';
import 'antd/dist/reset.css';
import './styles.css';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { loadConfig } from './config.ts';
import { firstLanguage, startLanguage, words } from './i18n/language.ts';
import { createSession } from './providers/session.ts';

const root = createRoot(document.getElementById('root') ?? document.body);
try {
  const [config] = await Promise.all([loadConfig(), startLanguage(firstLanguage())]);
  root.render(<App config={config} session={createSession(config)} />);
} catch (error) {
  root.render(
    <main className="standalone" role="alert">
      <h1>{words('start.failed')}</h1>
      <p>{error instanceof Error ? error.message : String(error)}</p>
    </main>,
  );
}
