import { Segmented } from 'antd';
import { useState } from 'react';
import { simulatedMailView } from '#domain/simulate/mail-view';
import type { Simulated, SimulatedMail } from '#domain/simulate/simulated';
import type { Language } from '#domain/text';
import type { Definition } from '#domain/workflow/definition';
import { mailRenderer } from '#mail/renderer';
import { SideDrawer } from '../../components/side-drawer.tsx';
import { useWords } from '../../i18n/language.ts';
import type { Said } from './use-said.ts';
import type { SimFacts } from './use-sim-facts.ts';

interface MailDrawerProps {
  line: Simulated;
  mail: SimulatedMail;
  definition: Definition;
  facts: SimFacts;
  said: Said;
  close: () => void;
}
const LANGUAGES: { value: Language; label: string }[] = [
  { value: 'zh-CN', label: '中文' },
  { value: 'en', label: 'English' },
];

/** One mail in its very words, as wide as on a phone, in either language. */
export default function MailDrawer({ line, mail, definition, facts, said, close }: MailDrawerProps) {
  const { t } = useWords();
  const [language, setLanguage] = useState<Language>(ownLanguage(mail, facts));
  const view = simulatedMailView(line, mail, { definition, facts }, '#', mailRenderer.line, language);
  const rendered =
    view &&
    (view.to === 'staff'
      ? mailRenderer.staff(view.view, facts.templates)
      : mailRenderer.resident(view.view, facts.templates));
  return (
    <SideDrawer open close={close} title={t('sim.mailTo', { to: said.mailTo(mail) })} width={480}>
      <div className="stack">
        <div className="facts-line">
          <Segmented value={language} options={LANGUAGES} onChange={setLanguage} aria-label={t('sim.mailLanguage')} />
          <span className="quiet">{said.when(mail.at)}</span>
        </div>
        {mail.failed !== null && <p className="notice">{t('sim.mailFailed')}</p>}
        {rendered ? (
          <>
            <strong className="sim-subject">{rendered.subject}</strong>
            <iframe className="sim-mail-frame" title={rendered.subject} sandbox="" srcDoc={rendered.html} />
          </>
        ) : (
          <p>{t('sim.unknownReader')}</p>
        )}
      </div>
    </SideDrawer>
  );
}

function ownLanguage({ effect, item }: SimulatedMail, { directory }: SimFacts): Language {
  if (effect.type === 'mailResident') return item.intake.reporter.language;
  return directory.organisation.people.find(({ id }) => id === effect.to)?.language ?? 'zh-CN';
}
