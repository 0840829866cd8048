declare module 'asl-validator' {
  /** Adds QueryLanguage to every state of `definition`. */
  export default function validate(definition: unknown): { isValid: boolean; errorsText(separator?: string): string };
}
