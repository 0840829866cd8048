import { ArrowDownOutlined, ArrowUpOutlined, PlusOutlined, WarningFilled } from '@ant-design/icons';
import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import type { Routing } from '#domain/routing';
import { moved as movedIn, Sortable } from '../../components/sortable.tsx';
import { Empty } from '../../components/states.tsx';
import { useWords } from '../../i18n/language.ts';
import { ConditionSentence } from '../condition/condition-sentence.tsx';
import type { OpenDocument } from '../document/use-document.ts';
import { EntityDrawer } from '../organisation/entity-drawer.tsx';
import { NEW, useOpening } from '../organisation/opened.ts';
import { RuleFields } from './rule-fields.tsx';
import { useGives } from './use-gives.ts';

export type Rule = Routing['rules'][number];
const blank: Rule = { id: '', name: { 'zh-CN': '', en: '' }, when: { all: [] }, gives: {} };

/** Rules in the order they are tried; the first whose condition holds counts. */
export function RulesPart({ document }: { document: OpenDocument<'routing'> }) {
  const { t, language } = useWords();
  const opening = useOpening();
  const { body, change, field, editable } = document;
  const [moved, setMoved] = useState<{ id: string; by: 1 | -1; said: string } | null>(null);
  const list = useRef<HTMLDivElement>(null);

  // The button travels with its rule, and the focus with the button.
  useEffect(() => {
    const row = moved && list.current?.querySelector(`[data-rule="${moved.id}"]`);
    const button = row?.querySelector<HTMLElement>(moved?.by === -1 ? '[data-up]:enabled' : '[data-down]:enabled');
    (button ?? row?.querySelector<HTMLElement>('.rule-moves button:enabled'))?.focus();
  }, [moved]);

  const put = (from: number, to: number) => change((now) => ({ ...now, rules: movedIn(now.rules, from, to) }));
  const step = (from: number, by: 1 | -1) => {
    const moving = body.rules[from];
    if (!moving) return;
    put(from, from + by);
    setMoved({ id: moving.id, by, said: t('routing.moved', { name: moving.name[language], place: from + by + 1 }) });
  };
  return (
    <>
      <div className="section-head">
        <p className="quiet">{t('routing.rulesLead')}</p>
        {editable && (
          <Button icon={<PlusOutlined />} onClick={() => opening.show(NEW)}>
            {t('routing.addRule')}
          </Button>
        )}
      </div>
      {body.rules.length === 0 && <Empty title={t('routing.noRules')} hint={t('routing.noRulesHint')} />}
      <div ref={list}>
        <Sortable
          className="rules"
          keys={body.rules.map(({ id }) => id)}
          nameOf={(index) => body.rules[index]?.name[language] ?? ''}
          onMove={put}
          disabled={!editable}
          row={(index, handle) => {
            const rule = body.rules[index];
            if (!rule) return null;
            const name = rule.name[language];
            return (
              <div className="panel rule" data-rule={rule.id}>
                <span className="rule-place">
                  {handle}
                  <span aria-hidden="true">{index + 1}</span>
                </span>
                <RuleWords rule={rule} open={() => opening.show(rule.id)} wrong={field(`rules.${index}`).help} />
                {editable && (
                  <span className="rule-moves">
                    <Button
                      type="text"
                      data-up
                      icon={<ArrowUpOutlined />}
                      disabled={index === 0}
                      aria-label={t('routing.up', { name })}
                      onClick={() => step(index, -1)}
                    />
                    <Button
                      type="text"
                      data-down
                      icon={<ArrowDownOutlined />}
                      disabled={index === body.rules.length - 1}
                      aria-label={t('routing.down', { name })}
                      onClick={() => step(index, 1)}
                    />
                  </span>
                )}
              </div>
            );
          }}
        />
      </div>
      <p className="unseen" aria-live="polite">
        {moved?.said}
      </p>
      <EntityDrawer
        opening={opening}
        list={body.rules}
        write={(rules) => change((now) => ({ ...now, rules }))}
        field={(path) => field(`rules.${path}`)}
        blank={blank}
        kind="rule"
        titles={{
          add: t('routing.addRule'),
          remove: { label: t('routing.removeRule'), hint: t('routing.removeRuleHint') },
        }}
        mayChange={() => editable}
        fields={(props) => <RuleFields {...props} limits={body.limits.normal} />}
      />
    </>
  );
}

function RuleWords({ rule, open, wrong }: { rule: Rule; open: () => void; wrong: string | undefined }) {
  const { t, language } = useWords();
  const gives = useGives();
  return (
    <div className="rule-words">
      <button type="button" className="entity-title" onClick={open}>
        {rule.name[language]}
      </button>
      <span>
        <span className="quiet">{t('docField.when')}</span> <ConditionSentence value={rule.when} />
      </span>
      <span>
        <span className="quiet">{t('docField.gives')}</span> {gives(rule.gives)}
      </span>
      {wrong && (
        <span className="field-error">
          <WarningFilled aria-hidden /> {wrong}
        </span>
      )}
    </div>
  );
}
