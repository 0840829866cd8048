/**
 * A Message-ID out of an id of ours: characters no mail system mangles, and the sender's domain. One per effect, so a
 * repeated send carries the same one. Without angle brackets.
 */
export function messageIdOf(id: string, senderAddress: string): string {
  const domain = senderAddress.slice(senderAddress.lastIndexOf('@') + 1);
  const local = id.replace(/@.*$/, '').replace(/[^A-Za-z0-9._-]+/g, '-');
  return `${local.replace(/\.{2,}/g, '.').replace(/^[.-]+|[.-]+$/g, '') || 'mail'}@${domain}`;
}
