import type { ComponentType, LazyExoticComponent } from 'react';
import type { Definition } from '#domain/workflow/definition';

/** What a preview of a change works with: the workflow as edited beside the version in force. */
export interface PreviewProps {
  kind: 'workflow';
  id: string;
  draft: Definition;
  /** Null: never published. */
  current: { version: number; body: Definition } | null;
}

/** What one may look at before publishing, in order; each is loaded when the drawer is opened. */
export const previews: readonly { name: string; Preview: LazyExoticComponent<ComponentType<PreviewProps>> }[] = [];
