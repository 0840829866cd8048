import { Alert, Segmented } from 'antd';
import { type ReactNode, useEffect, useRef } from 'react';
import { useSearchParams } from 'react-router';
import { usePageTitle } from '../../components/page-title.ts';
import { DocumentBar } from '../document/document-bar.tsx';
import { HistoryButton } from '../document/history-drawer.tsx';
import type { Kind } from '../document/kinds.ts';
import type { OpenDocument } from '../document/use-document.ts';
import { SiteVersionBar } from './site-version-bar.tsx';
import { SiteVersioned } from './site-versioned.tsx';
import type { SiteVersion } from './use-site-version.ts';

interface SettingsPageProps<K extends Kind, P extends string> {
  /** Its document is `main`, and sites may differ in it. */
  kind: K;
  name: string;
  lead: string;
  /** What whoever may only look is told. */
  readOnly: string;
  /** Beside the history. */
  links?: ReactNode;
  /** The first is shown first. */
  parts: readonly [P, ...P[]];
  partLabel: (part: P) => string;
  children: (part: P, document: OpenDocument<K>, at: SiteVersion) => ReactNode;
}

/** A document of settings in parts, one of which is shown: which one stands in the address (`part`). */
export function SettingsPage<K extends Kind, P extends string>(props: SettingsPageProps<K, P>) {
  usePageTitle(props.name);
  return (
    <SiteVersioned kind={props.kind} base="main">
      {(document, at) => <Shown {...props} document={document} at={at} />}
    </SiteVersioned>
  );
}

function Shown<K extends Kind, P extends string>({
  name,
  lead,
  readOnly,
  links,
  parts,
  partLabel,
  children,
  document,
  at,
}: SettingsPageProps<K, P> & { document: OpenDocument<K>; at: SiteVersion }) {
  const [params, setParams] = useSearchParams();
  const [first] = parts;
  const part = parts.find((one) => one === params.get('part')) ?? first;
  const tabs = useRef<HTMLDivElement>(null);
  // On a phone they may be wider than the screen.
  useEffect(() => {
    const chosen = tabs.current?.querySelectorAll('.ant-segmented-item')[parts.indexOf(part)];
    chosen?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [part, parts]);
  return (
    <div className="page">
      <div className="page-head">
        <div className="page-head-row">
          <h1>{name}</h1>
          <span className="facts-line">
            {links}
            <HistoryButton document={document} name={name} />
          </span>
        </div>
        <p className="quiet">{lead}</p>
      </div>
      <SiteVersionBar at={at} document={document} />
      {!document.editable && !at.follows && (
        <Alert className="read-only-notice" type="info" showIcon message={readOnly} />
      )}
      <div className="toolbar" ref={tabs}>
        <Segmented
          value={part}
          onChange={(next) =>
            setParams({ ...(at.site && { site: at.site }), ...(next !== first && { part: next }) }, { replace: true })
          }
          options={parts.map((one) => ({ value: one, label: partLabel(one) }))}
        />
      </div>
      {children(part, document, at)}
      <DocumentBar document={document} />
    </div>
  );
}
