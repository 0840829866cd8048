import { Button, Popconfirm, Select } from 'antd';
import { useState } from 'react';
import { useWords } from '../../i18n/language.ts';
import type { Bodies, Kind, Version } from '../document/kinds.ts';
import type { OpenDocument } from '../document/use-document.ts';
import { useWorkplace } from '../workplace/workplace.tsx';
import { FromDefault } from './from-default.tsx';
import { useChangeVersion } from './use-change-version.ts';
import type { SiteVersion } from './use-site-version.ts';

const COMPANY = '';

/** Above a document: the company's default or a site's own version, and the way from one to the other. */
export function SiteVersionBar<K extends Kind>({ at, document }: { at: SiteVersion; document: OpenDocument<K> }) {
  const { t, language } = useWords();
  const { names } = useWorkplace();
  const { site, sites, published } = { ...at, published: document.published };
  if (published === null || (sites.length === 0 && site === null)) return null;
  const own = sites.filter((one) => one.own !== null).map(({ id }) => names.site(id));
  return (
    <section className="site-version" aria-label={t('override.which')}>
      <Select
        aria-label={t('override.which')}
        value={site ?? COMPANY}
        onChange={(next: string) => at.choose(next === COMPANY ? null : next)}
        popupMatchSelectWidth={false}
        options={[
          { value: COMPANY, label: t('override.company') },
          ...sites.map((one) => ({
            value: one.id,
            label: t(one.own ? 'override.siteOwn' : 'override.siteDefault', { site: names.site(one.id) }),
          })),
        ]}
      />
      {site === null && own.length > 0 && (
        <span className="quiet">{t('override.ownAt', { sites: own.join(language === 'en' ? ', ' : '、') })}</span>
      )}
      {site === null && own.length === 0 && <span className="quiet">{t('override.everywhere')}</span>}
      {at.follows && <Follows at={at} site={names.site(at.site ?? '')} published={published} />}
      {site !== null && !at.follows && <Own at={at} site={names.site(site)} document={document} />}
    </section>
  );
}

/** The site follows the default: said, with the way to a version of its own. */
function Follows<K extends Kind>({ at, site, published }: { at: SiteVersion; site: string; published: Version<K> }) {
  const { t } = useWords();
  const { make, busy } = useChangeVersion(at);
  return (
    <>
      <span className="quiet">{t('override.follows', { site })}</span>
      {at.mayPublish && (
        <Popconfirm
          title={t('override.makeAsk', { site })}
          description={<span className="confirm-words">{t('override.makeHint', { site })}</span>}
          okText={t('override.make')}
          cancelText={t('override.cancel')}
          onConfirm={() => void make(published.body)}
        >
          <Button loading={busy}>{t('override.make')}</Button>
        </Popconfirm>
      )}
    </>
  );
}

/** How the site's own version differs from the default, and the way back to it. */
function Own<K extends Kind>({ at, site, document }: { at: SiteVersion; site: string; document: OpenDocument<K> }) {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  const { retire, busy } = useChangeVersion(at);
  return (
    <>
      <FromDefault
        kind={at.kind}
        base={at.base}
        body={document.body as Bodies[Kind]}
        open={open}
        toggle={() => setOpen(!open)}
      />
      {document.editable && (
        <Popconfirm
          title={t('override.backAsk', { site })}
          description={
            <span className="confirm-words">
              {t(document.dirty ? 'history.unsaved' : 'override.backHint', { site })}
            </span>
          }
          okText={t('override.back')}
          cancelText={t('override.cancel')}
          okButtonProps={{ danger: true, disabled: document.dirty }}
          onConfirm={() => void retire()}
        >
          <Button loading={busy}>{t('override.back')}</Button>
        </Popconfirm>
      )}
    </>
  );
}
