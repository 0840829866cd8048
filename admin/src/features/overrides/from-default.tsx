import { type HttpError, useOne } from '@refinedev/core';
import { Button } from 'antd';
import { useMemo } from 'react';
import { useWords } from '../../i18n/language.ts';
import { differences } from '../document/diff.ts';
import { Difference } from '../document/difference.tsx';
import type { Bodies, Kind, Version } from '../document/kinds.ts';

interface FromDefaultProps {
  kind: Kind;
  base: string;
  /** Of the site's own version, as it stands on screen. */
  body: Bodies[Kind];
  open: boolean;
  toggle: () => void;
}

/** In how many points a site's own version differs from the company's default of today, and which. */
export function FromDefault({ kind, base, body, open, toggle }: FromDefaultProps) {
  const { t } = useWords();
  const { query } = useOne<Version, HttpError>({
    resource: `documents/${kind}`,
    id: base,
    errorNotification: false,
  });
  const theirs = query.data?.data.body;
  const changes = useMemo(() => (theirs === undefined ? null : differences(theirs, body)), [theirs, body]);
  if (query.error) return <span className="field-error">{query.error.message}</span>;
  if (changes === null) return null;
  if (changes.length === 0) return <span className="quiet">{t('override.same')}</span>;
  return (
    <>
      <span>{t('override.differs', { count: changes.length })}</span>
      <Button type="link" size="small" aria-expanded={open} onClick={toggle}>
        {t(open ? 'history.hide' : 'override.show')}
      </Button>
      {open && (
        <div className="site-version-difference">
          <Difference changes={changes} bodies={[body, theirs]} />
        </div>
      )}
    </>
  );
}
