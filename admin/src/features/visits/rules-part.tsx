import { PlusOutlined, WarningFilled } from '@ant-design/icons';
import { Button, Tag } from 'antd';
import { workingDayAt } from '#domain/limit';
import { limitText } from '#domain/limit-text';
import type { VisitRule } from '#domain/visit-rules';
import { useRecipientWords } from '../../components/recipient-words.ts';
import { moved, Sortable } from '../../components/sortable.tsx';
import { Empty } from '../../components/states.tsx';
import { useWords } from '../../i18n/language.ts';
import type { OpenDocument } from '../document/use-document.ts';
import { EntityDrawer } from '../organisation/entity-drawer.tsx';
import { NEW, useOpening } from '../organisation/opened.ts';
import { RuleFields } from './rule-fields.tsx';
import { RulesPreview } from './rules-preview.tsx';
import { useCauseWords } from './use-cause-words.ts';

const blankFor = (questionnaire: string): VisitRule => ({
  id: '',
  name: { 'zh-CN': '', en: '' },
  active: true,
  after: { kind: 'complaint', when: null },
  delay: workingDayAt(2, '10:00'),
  by: [{ kind: 'steward' }],
  channel: 'preferred',
  questionnaire,
  share: { all: ['critical', 'urgent'], rest: 30 },
});

/** Rules in the order they are tried; the first that fits an item decides. */
export function RulesPart({ document, site }: { document: OpenDocument<'visits'>; site: string | null }) {
  const { t, language } = useWords();
  const opening = useOpening();
  const { body, change, field, editable } = document;
  return (
    <>
      <div className="section-head">
        <p className="quiet">{t('visitRules.rulesLead')}</p>
        {editable && (
          <Button icon={<PlusOutlined />} onClick={() => opening.show(NEW)}>
            {t('visitRules.addRule')}
          </Button>
        )}
      </div>
      {body.rules.length === 0 && <Empty title={t('visitRules.noRules')} hint={t('visitRules.noRulesHint')} />}
      <Sortable
        className="rules"
        keys={body.rules.map(({ id }) => id)}
        nameOf={(index) => body.rules[index]?.name[language] ?? ''}
        onMove={(from, to) => change((now) => ({ ...now, rules: moved(now.rules, from, to) }))}
        disabled={!editable}
        row={(index, handle) => {
          const rule = body.rules[index];
          if (!rule) return null;
          return (
            <div className="panel rule" data-rule={rule.id}>
              <span className="rule-place">
                {handle}
                <span aria-hidden="true">{index + 1}</span>
              </span>
              <RuleWords rule={rule} open={() => opening.show(rule.id)} wrong={field(`rules.${index}`).help} />
            </div>
          );
        }}
      />
      {editable && <RulesPreview body={body} at={site} />}
      <EntityDrawer
        opening={opening}
        list={body.rules}
        write={(rules) => change((now) => ({ ...now, rules }))}
        field={(path) => field(`rules.${path}`)}
        blank={blankFor(body.questionnaires[0]?.id ?? '')}
        kind="visit-rule"
        titles={{
          add: t('visitRules.addRule'),
          remove: { label: t('visitRules.removeRule'), hint: t('visitRules.removeRuleHint') },
        }}
        mayChange={() => editable}
        fields={(props) => <RuleFields {...props} questionnaires={body.questionnaires} />}
      />
    </>
  );
}

function RuleWords({ rule, open, wrong }: { rule: VisitRule; open: () => void; wrong: string | undefined }) {
  const { t, language } = useWords();
  const cause = useCauseWords();
  const recipients = useRecipientWords();
  const first = rule.by[0];
  const { all, rest } = rule.share;
  return (
    <div className="rule-words">
      <button type="button" className="entity-title" onClick={open}>
        {rule.name[language]}
      </button>
      <span>{cause(rule.after)}</span>
      <span className="quiet">
        {[
          limitText(rule.delay, language),
          ...(first ? [recipients.one(first)] : []),
          t(`visitRules.channel.${rule.channel}`),
          all.length > 0 ? t('visitRules.shareBoth', { rest }) : t('visitRules.shareRest', { rest }),
        ].join(' · ')}
      </span>
      {!rule.active && <Tag>{t('visitRules.inactive')}</Tag>}
      {wrong && (
        <span className="field-error">
          <WarningFilled aria-hidden /> {wrong}
        </span>
      )}
    </div>
  );
}
