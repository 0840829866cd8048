import type { PersonId } from '#domain/item';
import type { Instant } from '#domain/time';
import type { ActionName } from '#domain/workflow/action';

/** Capability in an e-mail: one person, one item, one asking. */
export interface LinkClaims {
  company: string;
  item: string;
  person: PersonId;
  step: string;
  /** Ask id; null = the link only shows. */
  ask: number | null;
  verbs: ActionName[];
  /** Epoch ms. */
  expires: Instant;
}
/** Capability of a resident: one complaint; `report`: the report that joined it, null: the complaint's own. */
export interface ReceiptClaims {
  company: string;
  item: string;
  report: string | null;
  /** Epoch ms. */
  expires: Instant;
}
export interface Links {
  sign(claims: LinkClaims): Promise<string>;
  /** The claims and whether they have expired (an expired link still shows the state). @throws LinkInvalid */
  verify(token: string): Promise<{ claims: LinkClaims; expired: boolean }>;
  /** Absolute address of the action page. */
  url(token: string): string;
  signReceipt(claims: ReceiptClaims): Promise<string>;
  /** A staff link is none. @throws LinkInvalid */
  verifyReceipt(token: string): Promise<{ claims: ReceiptClaims; expired: boolean }>;
  /** Absolute address of the page of a receipt. */
  receiptUrl(token: string): string;
  /** The same short word for the same text, from which the text cannot be told: for counting addresses. */
  seal(text: string): Promise<string>;
}
