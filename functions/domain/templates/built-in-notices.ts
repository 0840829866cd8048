import type { Notice } from './templates.ts';

const w = (zh: string, en: string) => ({ 'zh-CN': zh, en });

/** The words of the notices that ship; an id that nobody wrote words for gets those of `general`. */
export const builtInNotices: Notice[] = [
  {
    id: 'received',
    name: w('受理通知', 'Complaint received'),
    subject: w('[{{number}}] 您的投诉已受理', '[{{number}}] We have received your complaint'),
    headline: w('您的投诉已受理', 'We have received your complaint'),
    before: w(
      '感谢您的反映。您关于“{{category}}”的投诉已于{{filed}} 受理，并已交由责任人处理。',
      'Thank you for telling us. We recorded your complaint about “{{category}}” on {{filed}} and have passed it to the colleague who is responsible.',
    ),
    after: w(
      '{% if when %}我们将在{{when}} 前答复您。{% endif %}',
      '{% if when %}You will hear from us by {{when}}.{% endif %}',
    ),
    button: w('查看进展', 'See the progress'),
    toldLabel: w('受理内容', 'What we noted'),
  },
  {
    id: 'promised',
    name: w('承诺回复', 'Reply promised'),
    subject: w('[{{number}}] 下次回复时间', '[{{number}}] When you will hear from us next'),
    headline: w('我们仍在处理', 'We are still working on it'),
    before: w(
      '此事暂时无法办结。{% if when %}我们将在{{when}} 前再次回复您。{% endif %}',
      'We cannot finish this yet.{% if when %} You will hear from us again by {{when}}.{% endif %}',
    ),
    after: w('', ''),
    button: w('查看进展', 'See the progress'),
    toldLabel: w('责任人的说明', 'From the colleague in charge'),
  },
  {
    id: 'replied',
    name: w('答复', 'Reply'),
    subject: w('[{{number}}] 对您投诉的答复', '[{{number}}] Our reply to your complaint'),
    headline: w('我们的答复', 'Our reply'),
    before: w('现就您关于“{{category}}”的投诉答复如下。', 'This is our reply to your complaint about “{{category}}”.'),
    after: w(
      '{% if when %}我们将在{{when}} 前再次回复您。{% endif %}',
      '{% if when %}You will hear from us again by {{when}}.{% endif %}',
    ),
    button: w('查看进展', 'See the progress'),
    toldLabel: w('责任人的答复', 'From the colleague in charge'),
  },
  {
    id: 'resolved',
    name: w('处理完成', 'Dealt with'),
    subject: w('[{{number}}] 您的投诉已处理完成', '[{{number}}] Your complaint has been dealt with'),
    headline: w('已处理完成，您是否满意？', 'We believe it is solved. Do you agree?'),
    before: w('您关于“{{category}}”的投诉已处理完成。', 'The work on your complaint about “{{category}}” is done.'),
    after: w(
      '请告诉我们您是否满意：点击下方按钮、致电 {{phone}}，或在我们回访时说明。{% if when %}如在{{when}} 前未收到您的反馈，我们将结案。{% endif %}如仍未解决，我们会立即重新处理。',
      'Please tell us whether you are satisfied: press the button below, call {{phone}}, or answer when we call you.{% if when %} If we hear nothing by {{when}}, we will close the complaint.{% endif %} If it is not solved, we take it up again at once.',
    ),
    button: w('评价处理结果', 'Tell us: is it solved?'),
    toldLabel: w('处理情况', 'What was done'),
  },
  {
    id: 'invalid',
    name: w('不成立', 'Not valid'),
    subject: w('[{{number}}] 关于您的投诉', '[{{number}}] About your complaint'),
    headline: w('我们已核实您的投诉', 'We looked into your complaint'),
    before: w(
      '感谢您反映“{{category}}”的问题。经核实，很抱歉此事未能作为投诉受理。',
      'Thank you for telling us about “{{category}}”. We looked into it and are sorry that we cannot take it up as a complaint.',
    ),
    after: w(
      '如您有不同意见，请致电 {{phone}}，我们会与您一起再次核实。',
      'If you see it differently, please call {{phone}}; we will look at it again with you.',
    ),
    button: w('查看结果', 'See the result'),
    toldLabel: w('原因', 'The reason'),
  },
  {
    id: 'closedSilent',
    name: w('无反馈结案', 'Closed after silence'),
    subject: w('[{{number}}] 您的投诉已结案', '[{{number}}] Your complaint is closed'),
    headline: w('您的投诉已结案', 'Your complaint is closed'),
    before: w(
      '我们已告知您“{{category}}”的投诉处理完成，此后未收到您的反馈，现予结案。',
      'We told you that the work on your complaint about “{{category}}” was done and have not heard from you since, so we closed it.',
    ),
    after: w(
      '如问题仍未解决，请致电 {{phone}}，我们将重新打开。',
      'If it is not solved after all, call {{phone}} and we will reopen it.',
    ),
    button: w('查看结果', 'See the result'),
    toldLabel: w('处理情况', 'What was done'),
  },
  {
    id: 'reopened',
    name: w('重新打开', 'Taken up again'),
    subject: w('[{{number}}] 您的投诉已重新处理', '[{{number}}] We have taken your complaint up again'),
    headline: w('我们已重新处理', 'We have taken it up again'),
    before: w(
      '很抱歉，您关于“{{category}}”的问题未能解决。我们已重新打开此投诉，并由上级跟进。',
      'We are sorry that your complaint about “{{category}}” was not solved. We reopened it, and a superior is looking after it now.',
    ),
    after: w(
      '{% if when %}我们将在{{when}} 前答复您。{% endif %}',
      '{% if when %}You will hear from us by {{when}}.{% endif %}',
    ),
    button: w('查看进展', 'See the progress'),
    toldLabel: w('责任人的说明', 'From the colleague in charge'),
  },
  {
    id: 'goesOn',
    name: w('继续处理', 'We go on'),
    subject: w('[{{number}}] 我们将继续处理剩余问题', '[{{number}}] We go on with what is left'),
    headline: w('我们将继续处理剩余问题', 'We go on with what is left'),
    before: w(
      '感谢您告诉我们“{{category}}”只解决了一部分。责任人会继续处理剩余的问题。',
      'Thank you for telling us that your complaint about “{{category}}” is only partly solved. The colleague in charge goes on with the rest.',
    ),
    after: w(
      '{% if when %}我们将在{{when}} 前答复您。{% endif %}',
      '{% if when %}You will hear from us by {{when}}.{% endif %}',
    ),
    button: w('查看进展', 'See the progress'),
    toldLabel: w('责任人的说明', 'From the colleague in charge'),
  },
  {
    id: 'withdrawn',
    name: w('撤回', 'Withdrawn'),
    subject: w('[{{number}}] 您的投诉已撤回', '[{{number}}] Your complaint was withdrawn'),
    headline: w('已按您的意愿撤回', 'Withdrawn as you wished'),
    before: w(
      '按您的意愿，关于“{{category}}”的投诉不再继续处理。',
      'As you wished, we do not pursue your complaint about “{{category}}” any further.',
    ),
    after: w('如有误，请致电 {{phone}}。', 'If this is a mistake, please call {{phone}}.'),
    button: w('查看结果', 'See the result'),
    toldLabel: w('说明', 'Note'),
  },
  {
    id: 'pausedNotice',
    name: w('挂起', 'Paused'),
    subject: w('[{{number}}] 您的投诉暂时挂起', '[{{number}}] Work on your complaint is paused'),
    headline: w('处理暂时挂起', 'We have to pause the work'),
    before: w(
      '您关于“{{category}}”的投诉需要暂停处理{% if when %}，最迟至{{when}}{% endif %}，届时将自动恢复。',
      'We have to interrupt the work on your complaint about “{{category}}”{% if when %} until {{when}} at the latest{% endif %}. It goes on by itself after that.',
    ),
    after: w('', ''),
    button: w('查看进展', 'See the progress'),
    toldLabel: w('原因', 'The reason'),
  },
  {
    id: 'closed',
    name: w('结案', 'Closed'),
    subject: w('[{{number}}] 您的投诉已结案', '[{{number}}] Your complaint is closed'),
    headline: w('您的投诉已结案', 'Your complaint is closed'),
    before: w(
      '您关于“{{category}}”的投诉已结案。感谢您的耐心和宝贵意见。',
      'Your complaint about “{{category}}” is closed. Thank you for your patience and for your opinion.',
    ),
    after: w(
      '如问题再次出现，请致电 {{phone}}，我们会查阅此前的记录。',
      'If the problem comes back, call {{phone}}; we will see the earlier complaint.',
    ),
    button: w('查看结果', 'See the result'),
    toldLabel: w('处理情况', 'What was done'),
  },
  {
    id: 'general',
    name: w('其他进展', 'Other news'),
    subject: w('[{{number}}] 您的投诉有新进展', '[{{number}}] News about your complaint'),
    headline: w('您的投诉有新进展', 'News about your complaint'),
    before: w('您关于“{{category}}”的投诉有新进展。', 'There is news about your complaint about “{{category}}”.'),
    after: w(
      '{% if when %}我们将在{{when}} 前再次回复您。{% endif %}',
      '{% if when %}You will hear from us by {{when}}.{% endif %}',
    ),
    button: w('查看进展', 'See the progress'),
    toldLabel: w('责任人的说明', 'From the colleague in charge'),
  },
];
