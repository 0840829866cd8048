import type { ResidentTemplate } from '#domain/mail/view';
import type { Language } from '#domain/text';

/** One notice: subject and paragraphs, Liquid over `ResidentModel`; an empty paragraph is left out. */
interface ResidentNotice {
  subject: string;
  headline: string;
  before: string;
  after: string;
  /** Words of the button to the page of the receipt. */
  button: string;
  /** Label over what staff wrote for the resident. */
  toldLabel: string;
}
export interface ResidentTemplates {
  notices: Record<ResidentTemplate | 'general', ResidentNotice>;
  greeting: string;
  kicker: string;
  labels: Record<'number' | 'caretaker', string>;
  footer: string[];
}
/** What the Liquid sources may name. `when` is words ("Fri 27 Nov 17:30") or null. */
export interface ResidentModel {
  name: string | null;
  site: string;
  company: string;
  phone: string;
  number: string;
  category: string;
  filed: string;
  told: string | null;
  when: string | null;
}

const en: ResidentTemplates = {
  greeting: '{% if name %}Dear {{name}},{% else %}Dear resident,{% endif %}',
  kicker: '{{category}} · {{number}}',
  labels: { number: 'Your number', caretaker: 'Looked after by' },
  footer: ['{{site}} · {{company}}', 'Questions? Call {{phone}} and mention {{number}}.'],
  notices: {
    received: {
      button: 'See the progress',
      subject: '[{{number}}] We have received your complaint',
      headline: 'We have received your complaint',
      before:
        'Thank you for telling us. We recorded your complaint about “{{category}}” on {{filed}} and have passed it to the colleague who is responsible.',
      after: '{% if when %}You will hear from us by {{when}}.{% endif %}',
      toldLabel: 'What we noted',
    },
    promised: {
      button: 'See the progress',
      subject: '[{{number}}] When you will hear from us next',
      headline: 'We are still working on it',
      before: 'We cannot finish this yet.{% if when %} You will hear from us again by {{when}}.{% endif %}',
      after: '',
      toldLabel: 'From the colleague in charge',
    },
    replied: {
      button: 'See the progress',
      subject: '[{{number}}] Our reply to your complaint',
      headline: 'Our reply',
      before: 'This is our reply to your complaint about “{{category}}”.',
      after: '{% if when %}You will hear from us again by {{when}}.{% endif %}',
      toldLabel: 'From the colleague in charge',
    },
    resolved: {
      button: 'Tell us: is it solved?',
      subject: '[{{number}}] Your complaint has been dealt with',
      headline: 'We believe it is solved. Do you agree?',
      before: 'The work on your complaint about “{{category}}” is done.',
      after:
        'Please tell us whether you are satisfied: press the button below, call {{phone}}, or answer when we call you.{% if when %} If we hear nothing by {{when}}, we will close the complaint.{% endif %} If it is not solved, we take it up again at once.',
      toldLabel: 'What was done',
    },
    invalid: {
      button: 'See the result',
      subject: '[{{number}}] About your complaint',
      headline: 'We looked into your complaint',
      before:
        'Thank you for telling us about “{{category}}”. We looked into it and are sorry that we cannot take it up as a complaint.',
      after: 'If you see it differently, please call {{phone}}; we will look at it again with you.',
      toldLabel: 'The reason',
    },
    closedSilent: {
      button: 'See the result',
      subject: '[{{number}}] Your complaint is closed',
      headline: 'Your complaint is closed',
      before:
        'We told you that the work on your complaint about “{{category}}” was done and have not heard from you since, so we closed it.',
      after: 'If it is not solved after all, call {{phone}} and we will reopen it.',
      toldLabel: 'What was done',
    },
    reopened: {
      button: 'See the progress',
      subject: '[{{number}}] We have taken your complaint up again',
      headline: 'We have taken it up again',
      before:
        'We are sorry that your complaint about “{{category}}” was not solved. We reopened it, and a superior is looking after it now.',
      after: '{% if when %}You will hear from us by {{when}}.{% endif %}',
      toldLabel: 'From the colleague in charge',
    },
    goesOn: {
      button: 'See the progress',
      subject: '[{{number}}] We go on with what is left',
      headline: 'We go on with what is left',
      before:
        'Thank you for telling us that your complaint about “{{category}}” is only partly solved. The colleague in charge goes on with the rest.',
      after: '{% if when %}You will hear from us by {{when}}.{% endif %}',
      toldLabel: 'From the colleague in charge',
    },
    withdrawn: {
      button: 'See the result',
      subject: '[{{number}}] Your complaint was withdrawn',
      headline: 'Withdrawn as you wished',
      before: 'As you wished, we do not pursue your complaint about “{{category}}” any further.',
      after: 'If this is a mistake, please call {{phone}}.',
      toldLabel: 'Note',
    },
    pausedNotice: {
      button: 'See the progress',
      subject: '[{{number}}] Work on your complaint is paused',
      headline: 'We have to pause the work',
      before:
        'We have to interrupt the work on your complaint about “{{category}}”{% if when %} until {{when}} at the latest{% endif %}. It goes on by itself after that.',
      after: '',
      toldLabel: 'The reason',
    },
    closed: {
      button: 'See the result',
      subject: '[{{number}}] Your complaint is closed',
      headline: 'Your complaint is closed',
      before: 'Your complaint about “{{category}}” is closed. Thank you for your patience and for your opinion.',
      after: 'If the problem comes back, call {{phone}}; we will see the earlier complaint.',
      toldLabel: 'What was done',
    },
    general: {
      button: 'See the progress',
      subject: '[{{number}}] News about your complaint',
      headline: 'News about your complaint',
      before: 'There is news about your complaint about “{{category}}”.',
      after: '{% if when %}You will hear from us by {{when}}.{% endif %}',
      toldLabel: 'From the colleague in charge',
    },
  },
};

const zh: ResidentTemplates = {
  greeting: '尊敬的{% if name %}{{name}}{% else %}业主{% endif %}：',
  kicker: '{{category}} · {{number}}',
  labels: { number: '您的编号', caretaker: '负责处理' },
  footer: ['{{site}} · {{company}}', '如有疑问，请致电 {{phone}}，并告知编号 {{number}}。'],
  notices: {
    received: {
      button: '查看进展',
      subject: '[{{number}}] 您的投诉已受理',
      headline: '您的投诉已受理',
      before: '感谢您的反映。您关于“{{category}}”的投诉已于{{filed}} 受理，并已交由责任人处理。',
      after: '{% if when %}我们将在{{when}} 前答复您。{% endif %}',
      toldLabel: '受理内容',
    },
    promised: {
      button: '查看进展',
      subject: '[{{number}}] 下次回复时间',
      headline: '我们仍在处理',
      before: '此事暂时无法办结。{% if when %}我们将在{{when}} 前再次回复您。{% endif %}',
      after: '',
      toldLabel: '责任人的说明',
    },
    replied: {
      button: '查看进展',
      subject: '[{{number}}] 对您投诉的答复',
      headline: '我们的答复',
      before: '现就您关于“{{category}}”的投诉答复如下。',
      after: '{% if when %}我们将在{{when}} 前再次回复您。{% endif %}',
      toldLabel: '责任人的答复',
    },
    resolved: {
      button: '评价处理结果',
      subject: '[{{number}}] 您的投诉已处理完成',
      headline: '已处理完成，您是否满意？',
      before: '您关于“{{category}}”的投诉已处理完成。',
      after:
        '请告诉我们您是否满意：点击下方按钮、致电 {{phone}}，或在我们回访时说明。{% if when %}如在{{when}} 前未收到您的反馈，我们将结案。{% endif %}如仍未解决，我们会立即重新处理。',
      toldLabel: '处理情况',
    },
    invalid: {
      button: '查看结果',
      subject: '[{{number}}] 关于您的投诉',
      headline: '我们已核实您的投诉',
      before: '感谢您反映“{{category}}”的问题。经核实，很抱歉此事未能作为投诉受理。',
      after: '如您有不同意见，请致电 {{phone}}，我们会与您一起再次核实。',
      toldLabel: '原因',
    },
    closedSilent: {
      button: '查看结果',
      subject: '[{{number}}] 您的投诉已结案',
      headline: '您的投诉已结案',
      before: '我们已告知您“{{category}}”的投诉处理完成，此后未收到您的反馈，现予结案。',
      after: '如问题仍未解决，请致电 {{phone}}，我们将重新打开。',
      toldLabel: '处理情况',
    },
    reopened: {
      button: '查看进展',
      subject: '[{{number}}] 您的投诉已重新处理',
      headline: '我们已重新处理',
      before: '很抱歉，您关于“{{category}}”的问题未能解决。我们已重新打开此投诉，并由上级跟进。',
      after: '{% if when %}我们将在{{when}} 前答复您。{% endif %}',
      toldLabel: '责任人的说明',
    },
    goesOn: {
      button: '查看进展',
      subject: '[{{number}}] 我们将继续处理剩余问题',
      headline: '我们将继续处理剩余问题',
      before: '感谢您告诉我们“{{category}}”只解决了一部分。责任人会继续处理剩余的问题。',
      after: '{% if when %}我们将在{{when}} 前答复您。{% endif %}',
      toldLabel: '责任人的说明',
    },
    withdrawn: {
      button: '查看结果',
      subject: '[{{number}}] 您的投诉已撤回',
      headline: '已按您的意愿撤回',
      before: '按您的意愿，关于“{{category}}”的投诉不再继续处理。',
      after: '如有误，请致电 {{phone}}。',
      toldLabel: '说明',
    },
    pausedNotice: {
      button: '查看进展',
      subject: '[{{number}}] 您的投诉暂时挂起',
      headline: '处理暂时挂起',
      before: '您关于“{{category}}”的投诉需要暂停处理{% if when %}，最迟至{{when}}{% endif %}，届时将自动恢复。',
      after: '',
      toldLabel: '原因',
    },
    closed: {
      button: '查看结果',
      subject: '[{{number}}] 您的投诉已结案',
      headline: '您的投诉已结案',
      before: '您关于“{{category}}”的投诉已结案。感谢您的耐心和宝贵意见。',
      after: '如问题再次出现，请致电 {{phone}}，我们会查阅此前的记录。',
      toldLabel: '处理情况',
    },
    general: {
      button: '查看进展',
      subject: '[{{number}}] 您的投诉有新进展',
      headline: '您的投诉有新进展',
      before: '您关于“{{category}}”的投诉有新进展。',
      after: '{% if when %}我们将在{{when}} 前再次回复您。{% endif %}',
      toldLabel: '责任人的说明',
    },
  },
};

export const residentTemplatesIn: Record<Language, ResidentTemplates> = { 'zh-CN': zh, en };
