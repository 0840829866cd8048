import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import type { Definition } from '#domain/workflow/definition';
import { loadFeature } from '../../i18n/language.ts';

/** What a preview of a change works with: the workflow as edited beside the version in force. */
export interface PreviewProps {
  kind: 'workflow';
  id: string;
  draft: Definition;
  /** Null: never published. */
  current: { version: number; body: Definition } | null;
}
type Preview = ComponentType<PreviewProps>;

/** A preview whose words come with it. */
const preview = (features: readonly string[], load: () => Promise<{ default: Preview }>) =>
  lazy(async () => {
    const [module] = await Promise.all([load(), ...features.map(loadFeature)]);
    return module;
  });

/** What one may look at before publishing, in order; each is loaded when the drawer is opened. */
export const previews: readonly { name: string; Preview: LazyExoticComponent<Preview> }[] = [
  { name: 'simulate', Preview: preview(['simulate'], () => import('../simulate/simulate-preview.tsx')) },
  { name: 'backtest', Preview: preview(['simulate', 'backtest'], () => import('../backtest/backtest-panel.tsx')) },
  {
    name: 'coverage',
    Preview: preview(['ladder', 'coverage'], () => import('../coverage/coverage-preview.tsx')),
  },
  { name: 'impact', Preview: preview(['impact'], () => import('../impact/impact-panel.tsx')) },
];
