/** The frame of every mail: one column for phones, inline styles, one button, readable in dark mode. Takes `MailParts`. */

/** What a mail consists of, as plain text; the layouts escape. */
export interface MailParts {
  lang: string;
  /** Between a label and its text. */
  colon: string;
  subject: string;
  /** First words shown in the list of mails. */
  preheader: string;
  /** "Leak from above · urgent · EL-261123-007" */
  kicker: string;
  /** 'alarm' for critical and overdue, 'calm' for the rest. */
  tone: 'alarm' | 'calm';
  headline: string;
  greeting: string | null;
  paragraphs: string[];
  /** What a person wrote, set apart; `after` follows it. */
  quote: { label: string | null; text: string } | null;
  after: string[];
  due: { label: string; text: string } | null;
  button: { label: string; link: string } | null;
  facts: { label: string; text: string }[];
  list: { label: string; lines: string[] } | null;
  /** Several things to act on, each by a link of its own. */
  links?: { text: string; note: string; link: string }[];
  /** Small print, one line each. */
  footer: string[];
}

const FONT = "-apple-system,'Segoe UI',Roboto,'PingFang SC','Microsoft YaHei','Noto Sans CJK SC',Arial,sans-serif";

export const htmlLayout = `<!doctype html>
<html lang="{{lang}}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>{{subject}}</title>
<style>
@media (prefers-color-scheme:dark){
.page{background:#14171c!important}.card{background:#1f242c!important}.ink{color:#eef1f5!important}
.soft{color:#a9b4c2!important}.link{color:#7fd1c1!important}.quote{background:#2a313b!important;color:#eef1f5!important}.rule{border-color:#343c48!important}
.alarm{background:#4a1d1b!important;color:#ffd9d4!important}.calm{background:#16302b!important;color:#c5e6de!important}}
</style>
</head>
<body class="page" style="margin:0;padding:0;background:#f1f4f3;-webkit-text-size-adjust:100%">
<div style="display:none;max-height:0;overflow:hidden;opacity:0">{{preheader}}</div>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" class="page" style="background:#f1f4f3">
<tr><td align="center" style="padding:16px 12px 32px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" class="card" style="max-width:560px;background:#ffffff;border-radius:12px;font-family:${FONT}">
<tr><td style="padding:20px 20px 24px">
<p class="soft" style="margin:0 0 6px;font-size:14px;line-height:20px;color:#56616f">{{kicker}}</p>
<h1 class="ink" style="margin:0 0 16px;font-size:22px;line-height:29px;font-weight:700;color:#16202c">{{headline}}</h1>
{%- if due %}
<p class="{{tone}}" style="margin:0 0 16px;padding:12px 14px;border-radius:8px;font-size:17px;line-height:24px;{% if tone == 'alarm' %}background:#fdecea;color:#8a1c12{% else %}background:#e6f1ee;color:#0f4a41{% endif %}"><span style="font-size:14px">{{due.label}}</span><br><strong>{{due.text}}</strong></p>
{%- endif %}
{%- if greeting %}
<p class="ink" style="margin:0 0 12px;font-size:16px;line-height:25px;color:#16202c">{{greeting}}</p>
{%- endif %}
{%- for paragraph in paragraphs %}
<p class="ink" style="margin:0 0 12px;font-size:16px;line-height:25px;color:#16202c">{{paragraph}}</p>
{%- endfor %}
{%- if quote %}
{%- if quote.label %}
<p class="soft" style="margin:0 0 4px;font-size:14px;line-height:20px;color:#56616f">{{quote.label}}</p>
{%- endif %}
<p class="quote" style="margin:0 0 16px;padding:12px 14px;border-radius:8px;background:#f3f5f8;font-size:16px;line-height:25px;color:#16202c;white-space:pre-line;overflow-wrap:anywhere">{{quote.text}}</p>
{%- endif %}
{%- for paragraph in after %}
<p class="ink" style="margin:0 0 12px;font-size:16px;line-height:25px;color:#16202c">{{paragraph}}</p>
{%- endfor %}
{%- if button %}
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="margin:4px 0 20px"><tr><td align="center" bgcolor="#16695c" style="border-radius:10px;background:#16695c">
<a href="{{button.link}}" style="display:block;padding:15px 20px;font-size:18px;line-height:24px;font-weight:700;color:#ffffff;text-decoration:none">{{button.label}}</a>
</td></tr></table>
{%- endif %}
{%- for one in links %}
<p class="rule" style="margin:0;padding:12px 0;border-top:1px solid #e2e6ec"><a href="{{one.link}}" class="link" style="display:block;padding:4px 0;font-size:17px;line-height:24px;font-weight:700;color:#16695c;text-decoration:underline;overflow-wrap:anywhere">{{one.text}}</a><span class="soft" style="font-size:14px;line-height:20px;color:#56616f">{{one.note}}</span></p>
{%- endfor %}
{%- for fact in facts %}
<p class="rule" style="margin:0;padding:10px 0;border-top:1px solid #e2e6ec"><span class="soft" style="display:block;font-size:14px;line-height:20px;color:#56616f">{{fact.label}}</span><span class="ink" style="font-size:16px;line-height:24px;color:#16202c;overflow-wrap:anywhere">{{fact.text}}</span></p>
{%- endfor %}
{%- if list %}
<p class="rule soft" style="margin:0;padding:10px 0 4px;border-top:1px solid #e2e6ec;font-size:14px;line-height:20px;color:#56616f">{{list.label}}</p>
<ul class="ink" style="margin:0 0 8px;padding:0 0 0 18px;font-size:15px;line-height:23px;color:#16202c;overflow-wrap:anywhere">
{%- for line in list.lines %}
<li style="margin:0 0 4px">{{line}}</li>
{%- endfor %}
</ul>
{%- endif %}
</td></tr>
</table>
<p class="soft" style="max-width:560px;margin:14px auto 0;padding:0 8px;font-family:${FONT};font-size:13px;line-height:20px;color:#56616f;text-align:left">
{%- for line in footer %}{{line}}{% unless forloop.last %}<br>{% endunless %}{% endfor -%}
</p>
</td></tr>
</table>
</body>
</html>
`;

export const textLayout = `{{headline}}
{{kicker}}
{% if due %}
{{due.label}}{{colon}}{{due.text}}
{% endif %}
{%- if greeting %}
{{greeting}}
{% endif %}
{%- for paragraph in paragraphs %}
{{paragraph}}
{% endfor %}
{%- if quote %}
{% if quote.label %}{{quote.label}}
{% endif %}{{quote.text}}
{% endif %}
{%- for paragraph in after %}
{{paragraph}}
{% endfor %}
{%- if button %}
{{button.label}}{{colon}}
{{button.link}}
{% endif %}
{%- for one in links %}
{{one.text}} · {{one.note}}
{{one.link}}
{% endfor %}
{%- for fact in facts %}
{{fact.label}}{{colon}}{{fact.text}}
{%- endfor %}
{% if list %}
{{list.label}}{{colon}}
{%- for line in list.lines %}
- {{line}}
{%- endfor %}
{% endif %}
-- 
{%- for line in footer %}
{{line}}
{%- endfor %}
`;
