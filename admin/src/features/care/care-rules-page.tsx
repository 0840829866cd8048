import { Form, InputNumber } from 'antd';
import { Labelled } from '../../components/labelled.tsx';
import { useWords } from '../../i18n/language.ts';
import '../../styles/care.css';
import type { OpenDocument } from '../document/use-document.ts';
import { SettingsPage } from '../overrides/settings-page.tsx';
import { CareKindsPart } from './care-kinds-part.tsx';
import { CareRulesPart } from './care-rules-part.tsx';
import { RecoveryPart } from './recovery-part.tsx';
import { TryCareRules } from './try-care-rules.tsx';

const PARTS = ['rules', 'kinds', 'recovery', 'try'] as const;

/** Kinds of care flag and what is done when (关怀规则), with a trial before it is published. */
export default function CareRulesPage() {
  const { t } = useWords();
  return (
    <SettingsPage
      kind="care-rules"
      name={t('nav.careRules')}
      lead={t('careRules.lead')}
      readOnly={t('careRules.readOnly')}
      parts={PARTS}
      partLabel={(part) => t(`careRules.part.${part}`)}
    >
      {(part, document) => (
        <>
          {part === 'rules' && <CareRulesPart document={document} />}
          {part === 'kinds' && <CareKindsPart document={document} />}
          {part === 'kinds' && <SilentMonths document={document} />}
          {part === 'recovery' && <RecoveryPart document={document} />}
          {part === 'try' && <TryCareRules rules={document.body} />}
        </>
      )}
    </SettingsPage>
  );
}

function SilentMonths({ document: { body, change, field, editable } }: { document: OpenDocument<'care-rules'> }) {
  const { t } = useWords();
  return (
    <Form layout="vertical" component="div" className="care-silent-months">
      <Labelled label={t('careRules.silentMonths')} {...field('silentMonths')}>
        {(id) => (
          <InputNumber
            id={id}
            min={1}
            max={60}
            precision={0}
            value={body.silentMonths}
            disabled={!editable}
            onChange={(silentMonths) => change((now) => ({ ...now, silentMonths: silentMonths ?? 3 }))}
          />
        )}
      </Labelled>
    </Form>
  );
}
