import type { RenderedMail } from '#domain/mail/view';
import { render } from './templates/engine.ts';
import { htmlLayout, type MailParts, textLayout } from './templates/layout.ts';

/** Parts of a mail as text and as HTML. */
export function finish(parts: MailParts): RenderedMail {
  const whole = { links: [], ...parts };
  const quoted = parts.quote && { ...parts.quote, text: parts.quote.text.replace(/^/gm, '> ') };
  return {
    subject: parts.subject,
    text: render('plain', textLayout, { ...whole, quote: quoted })
      .replace(/ +\n/g, '\n')
      .replace(/\n{3,}/g, '\n\n')
      .trimStart(),
    html: render('html', htmlLayout, whole),
  };
}
