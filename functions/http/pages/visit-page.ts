import type { FormField } from '#domain/forms/forms';
import type { Language } from '#domain/text';
import { formField } from './form-fields.ts';
import { frame } from './frame.ts';
import { html, type SafeHtml } from './html.ts';
import type { PageFrame } from './view.ts';

/** Data of the page a resident answers a visit on, in the resident's language. */
export interface VisitPageView extends PageFrame {
  /** What it is about: a category in words, and the number they know it by. */
  about: string;
  of: string | null;
  phone: string;
  asks: { onTime: boolean; held: boolean; fields: readonly FormField[] };
  /** `answered`: somebody has; `over`: it is closed without. */
  state: 'open' | 'answered' | 'over';
  /** What they said is looked into again. */
  low: boolean;
  nonce: string;
  /** As typed, or tapped in the mail. */
  values: Readonly<Record<string, string>>;
  errors: Readonly<Record<string, readonly string[]>>;
  problem: string | null;
}

const WORDS = {
  'zh-CN': {
    title: '请您评价我们的服务',
    about: (about: string, of: string | null) => (of ? `关于“${about}”（${of}）` : `关于“${about}”`),
    score: '您是否满意？',
    scores: ['1 很不满意', '2 不满意', '3 一般', '4 满意', '5 非常满意'],
    held: '问题是否彻底解决？',
    holds: { yes: '彻底解决', partly: '部分解决', no: '没有解决' },
    onTime: '是否准时？',
    times: { yes: '准时', no: '不准时' },
    remarks: '您的意见（可不填）',
    send: '提交评价',
    thanks: '谢谢您告诉我们',
    thanksLow: '很抱歉没有让您满意。我们已交由上级重新处理，会尽快与您联系。',
    thanksFine: '我们收到了您的评价。',
    over: '这次回访已经结束',
    overHint: (phone: string) => `如有需要，请致电 ${phone}。`,
    wrong: '还没有提交，请补充标红的内容。',
  },
  en: {
    title: 'How did we do?',
    about: (about: string, of: string | null) => (of ? `About “${about}” (${of})` : `About “${about}”`),
    score: 'Are you satisfied?',
    scores: ['1 not at all', '2 no', '3 so so', '4 yes', '5 very much'],
    held: 'Did it hold?',
    holds: { yes: 'Yes', partly: 'Partly', no: 'No' },
    onTime: 'Was it on time?',
    times: { yes: 'On time', no: 'Not on time' },
    remarks: 'Anything else (optional)',
    send: 'Send',
    thanks: 'Thank you for telling us',
    thanksLow: 'We are sorry. A superior takes it up again and you will hear from us soon.',
    thanksFine: 'We have your answer.',
    over: 'This visit is closed',
    overHint: (phone: string) => `If you need anything, please call ${phone}.`,
    wrong: 'Not sent yet. Please mend what is marked in red.',
  },
} as const satisfies Record<Language, unknown>;

/** The questionnaire at phone size, without script: marks, a few choices, one button. Pure. */
export function renderVisitPage(view: VisitPageView): string {
  const words = WORDS[view.language];
  const about = html`<p class="s">${words.about(view.about, view.of)}</p>`;
  if (view.state === 'answered')
    return frame(
      view,
      words.thanks,
      html`<h1>${words.thanks}</h1>${about}<p class="d" role="status">${view.low ? words.thanksLow : words.thanksFine}</p>`,
    );
  if (view.state === 'over')
    return frame(view, words.over, html`<h1>${words.over}</h1>${about}<p class="s">${words.overHint(view.phone)}</p>`);
  return frame(
    view,
    words.title,
    html`<h1>${words.title}</h1>${about}${problem(view)}<div class="f">${form(view)}</div>`,
  );
}

function problem({ language, problem: said, errors }: VisitPageView): SafeHtml | null {
  const words = said ?? (Object.keys(errors).length > 0 ? WORDS[language].wrong : null);
  return words === null ? null : html`<p class="d w" role="alert">${words}</p>`;
}

function form(view: VisitPageView): SafeHtml {
  const { language, asks, values, errors } = view;
  const words = WORDS[language];
  const said = (name: string) => (errors[name] ?? []).map((line) => html`<p class="e" role="alert">${line}</p>`);
  const radios = (name: string, legend: string, choices: readonly (readonly [string, string])[], must = false) =>
    html`<fieldset><legend>${legend}</legend>${said(name)}<div>${choices.map(
      ([value, text]) =>
        html`<label><input type="radio" name="${name}" value="${value}"${values[name] === value && html` checked`}${must && html` required`}>${text}</label>`,
    )}</div></fieldset>`;
  const scores = words.scores.map((text, index) => [String(index + 1), text] as const).toReversed();
  return html`<form method="post"><input type="hidden" name="nonce" value="${view.nonce}">${radios('score', words.score, scores, true)}${
    asks.held && radios('held', words.held, Object.entries(words.holds))
  }${asks.onTime && radios('onTime', words.onTime, Object.entries(words.times))}${asks.fields.map((field) =>
    formField(field, { language, prefix: 'visited-', values, errors }),
  )}<label for="remarks">${words.remarks}</label>${said('remarks')}<textarea id="remarks" name="remarks" maxlength="2000">${'\n'}${values.remarks ?? ''}</textarea><button name="act" value="visited">${words.send}</button></form>`;
}
