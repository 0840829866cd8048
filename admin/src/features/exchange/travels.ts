import { travellingKinds } from '#http/schemas/exchange';
import type { Kind } from '../document/kinds.ts';

/** Whether documents of the kind go out and in as files: those about people do not. */
export const travels = (kind: Kind): boolean => travellingKinds.some((one) => one === kind);
