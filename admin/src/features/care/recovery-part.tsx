import { Checkbox, Form, InputNumber } from 'antd';
import { type Allowance, type RecoveryPost, recoveryPosts } from '#domain/care/recovery';
import { Labelled } from '../../components/labelled.tsx';
import { useWords } from '../../i18n/language.ts';
import type { OpenDocument } from '../document/use-document.ts';
import { OptionRows } from '../forms/option-rows.tsx';

const AMOUNTS = ['upTo', 'perMonth'] as const;
const begin = (post: RecoveryPost): Allowance => ({ post, upTo: 100, perMonth: 500, gestures: [] });

/** What each post may decide on the spot to put things right (服务补救): an amount a case, so much a month, gestures. */
export function RecoveryPart({ document }: { document: OpenDocument<'care-rules'> }) {
  const { t } = useWords();
  const { body, change, field, editable } = document;
  // Rules stored before there were any lack them.
  const allowances = body.recovery ?? [];
  const write = (recovery: Allowance[]) => change((now) => ({ ...now, recovery }));
  return (
    <div className="stack">
      <p className="quiet">{t('recovery.rulesLead')}</p>
      {recoveryPosts.map((post) => {
        const at = allowances.findIndex((one) => one.post === post);
        const own = allowances[at];
        const set = (next: Partial<Allowance>) =>
          write(allowances.map((one, index) => (index === at ? { ...one, ...next } : one)));
        return (
          <section key={post} className="panel recovery-post">
            <Checkbox
              checked={own !== undefined}
              disabled={!editable}
              onChange={({ target }) =>
                write(target.checked ? [...allowances, begin(post)] : allowances.filter((one) => one.post !== post))
              }
            >
              <strong>{t(`recovery.post.${post}`)}</strong>
            </Checkbox>
            {own && (
              <Form layout="vertical" component="div">
                <div className="form-row">
                  {AMOUNTS.map((name) => (
                    <Labelled key={name} label={t(`recovery.${name}`)} {...field(`recovery.${at}.${name}`)}>
                      {(id) => (
                        <InputNumber
                          id={id}
                          min={0}
                          max={1_000_000}
                          precision={2}
                          value={own[name]}
                          disabled={!editable}
                          onChange={(amount) => set({ [name]: amount ?? 0 })}
                        />
                      )}
                    </Labelled>
                  ))}
                </div>
                <OptionRows
                  title={t('recovery.gestures')}
                  options={own.gestures.map(({ id, name }) => ({ id, label: name }))}
                  least={0}
                  disabled={!editable}
                  change={(rows) => set({ gestures: rows.map(({ id, label }) => ({ id, name: label })) })}
                  field={(path) => field(`recovery.${at}.gestures.${path.replace('.label.', '.name.')}`)}
                />
              </Form>
            )}
          </section>
        );
      })}
    </div>
  );
}
