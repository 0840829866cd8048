import { PlusOutlined } from '@ant-design/icons';
import { Button, Form } from 'antd';
import type { Organisation, Post } from '#domain/organisation';
import { Choice } from '../../components/choice.tsx';
import { EntityRows } from '../../components/entity-rows.tsx';
import { Labelled } from '../../components/labelled.tsx';
import { ZoneSelect } from '../../components/zone-select.tsx';
import { useWords } from '../../i18n/language.ts';
import { EntityDrawer } from './entity-drawer.tsx';
import { NameFields } from './name-fields.tsx';
import { NEW, useOpening } from './opened.ts';
import { languageOptions } from './options.ts';
import type { PartProps } from './organisation-page.tsx';
import { PeopleSelect } from './person-select.tsx';
import { usePeopleNames } from './use-people-names.ts';

const blankPost: Post = { id: '', name: { 'zh-CN': '', en: '' }, holders: [] };

/** The company itself and its posts, the top of every ladder. */
export function CompanyPart({ document, standing }: PartProps) {
  const { t, language } = useWords();
  const opening = useOpening();
  const { body, change, field } = document;
  const names = usePeopleNames(body);
  const disabled = !standing.company;
  const set = (patch: Partial<Organisation['company']>) =>
    change((now) => ({ ...now, company: { ...now.company, ...patch } }));
  return (
    <div className="stack">
      {disabled && <p className="notice">{t('org.companyOnly')}</p>}
      <section className="panel" aria-label={t('org.part.company')}>
        <h2>{t('org.part.company')}</h2>
        <Form layout="vertical" component="div">
          <NameFields
            value={body.company.name}
            change={(name) => set({ name })}
            field={(path) => field(`company.name.${path}`)}
            disabled={disabled}
          />
          <div className="form-row">
            <Labelled label={t('org.zone')} {...field('company.zone')}>
              {(id) => (
                <ZoneSelect
                  id={id}
                  label={t('org.zone')}
                  value={body.company.zone}
                  disabled={disabled}
                  change={(zone) => set({ zone })}
                />
              )}
            </Labelled>
            <Labelled label={t('org.language')} {...field('company.language')}>
              {(id) => (
                <Choice
                  id={id}
                  aria-label={t('org.language')}
                  value={body.company.language}
                  disabled={disabled}
                  onChange={(chosen: Organisation['company']['language']) => set({ language: chosen })}
                  options={languageOptions}
                />
              )}
            </Labelled>
          </div>
        </Form>
      </section>
      <section aria-label={t('org.posts')}>
        <div className="section-head">
          <h2>{t('org.posts')}</h2>
          {!disabled && (
            <Button icon={<PlusOutlined />} onClick={() => opening.show(NEW)}>
              {t('org.addPost')}
            </Button>
          )}
        </div>
        <EntityRows
          rows={body.posts}
          label={t('org.posts')}
          keyOf={({ id }) => id}
          head={t('org.post')}
          title={({ name }) => name[language]}
          columns={[{ label: t('org.holders'), cell: ({ holders }) => names.all(holders) }]}
          open={({ id }) => opening.show(id)}
          wrong={(row) => Boolean(field(`posts.${body.posts.indexOf(row)}`).help)}
        />
      </section>
      <EntityDrawer
        opening={opening}
        list={body.posts}
        write={(posts) => change((now) => ({ ...now, posts }))}
        field={(path) => field(`posts.${path}`)}
        blank={blankPost}
        kind="post"
        titles={{ add: t('org.addPost'), remove: { label: t('org.removePost'), hint: t('org.removePostHint') } }}
        mayChange={() => !disabled}
        fields={({ value, set: setPost, field: at, disabled: shut }) => (
          <>
            <NameFields
              value={value.name}
              change={(name) => setPost({ name })}
              field={(one) => at(`name.${one}`)}
              disabled={shut}
            />
            <Labelled label={t('org.holders')} extra={t('org.holdersHint')} {...at('holders')}>
              {(id) => (
                <PeopleSelect
                  id={id}
                  organisation={body}
                  label={t('org.holders')}
                  value={value.holders}
                  change={(holders) => setPost({ holders })}
                  disabled={shut}
                />
              )}
            </Labelled>
          </>
        )}
      />
    </div>
  );
}
