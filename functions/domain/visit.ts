/** What a visit (回访) is more than any item. */
export interface Visit {
  /** The rule it was opened by; null: by hand. */
  rule: string | null;
}
