import { COMPLAINT_TOPICS } from './complaint-topics';
import { CONTRACT_TOPICS } from './contract-topics';
import { EXPERT_TOPICS } from './expert-topics';
import { FRAMEWORK_TOPICS } from './framework-topics';
import { SECURITY_TOPICS } from './security-topics';

/** Languages a message is written in. */
export const MESSAGE_LANGUAGES = ['zh-CN', 'en'] as const;
/** One of {@link MESSAGE_LANGUAGES}. */
export type MessageLanguage = (typeof MESSAGE_LANGUAGES)[number];

interface Wording {
  readonly title: string;
  readonly text: string;
}

/**
 * What people are told of, in both languages. `{name}` stands for a parameter. A message never carries a secret: no
 * code, no key, no name of an expert, no number of bids.
 */
export const TOPICS = {
  'enterprise.verified': {
    'zh-CN': {
      title: '企业登记已核验',
      text: '{enterprise} 的登记材料齐全，已成为网员，可以报名投标。',
    },
    en: {
      title: 'Your enterprise is verified',
      text: 'The record of {enterprise} is complete. You may sign up for tenders.',
    },
  },
  'enterprise.returned': {
    'zh-CN': {
      title: '企业登记要补材料',
      text: '{enterprise} 的登记材料不齐，缺什么已经一次性列出，请登录查看。',
    },
    en: {
      title: 'Your enterprise record needs more',
      text: 'Everything that is missing in the record of {enterprise} is listed at once. Please sign in.',
    },
  },
  'enterprise.decided': {
    'zh-CN': {
      title: '监督部门对企业登记作出决定',
      text: '{authority} 对 {enterprise} 作出 {number} 号决定，内容见企业信息库。不服可以向该部门申诉。',
    },
    en: {
      title: 'A decision on your record',
      text: '{authority} decided on {enterprise} ({number}). Your record says what; you may appeal there.',
    },
  },
  'enterprise.expiring': {
    'zh-CN': {
      title: '证书还有 {days} 天到期',
      text: '{enterprise} 的证书 {certificate} 将在 {until} 到期。过期后相关项目不能报名。',
    },
    en: {
      title: 'A certificate runs out in {days} days',
      text: 'Certificate {certificate} of {enterprise} is valid until {until}. After that it opens no sign-up.',
    },
  },
  'consortium.formed': {
    'zh-CN': {
      title: '邀请你们参加联合体',
      text: '{leader} 在 {code} {title} 中把你们列为联合体成员，请登录确认或不予确认。',
    },
    en: {
      title: 'You are asked to join a consortium',
      text: '{leader} names your firm as a member of its consortium for {code} {title}. Please sign in to confirm.',
    },
  },
  'project.registered': {
    'zh-CN': { title: '项目已登记', text: '{code} {title} 材料齐全，登记回执可以下载。' },
    en: { title: 'Project registered', text: '{code} {title} is complete. The receipt is ready.' },
  },
  'project.returned': {
    'zh-CN': {
      title: '项目登记要补材料',
      text: '{code} {title} 缺的材料已经一次性列出，请登录查看。',
    },
    en: {
      title: 'The project needs more',
      text: 'Everything that is missing for {code} {title} is listed at once. Please sign in.',
    },
  },
  'project.reminded': {
    'zh-CN': {
      title: '项目登记后一直没有交易',
      text: '{code} {title} 登记后一直没有交易。还要办的，请在 {until} 前登录说明；到期没有说明，登记自动终止。',
    },
    en: {
      title: 'A registered project is waiting',
      text: 'Nothing has been done about {code} {title}. Say before {until} that it is still wanted, or it ends by itself.',
    },
  },
  'project.ended': {
    'zh-CN': { title: '项目登记已终止', text: '{code} {title} 的登记已终止。需要时可以重新登记。' },
    en: {
      title: 'A project has ended',
      text: 'The registration of {code} {title} has ended. It can be registered again.',
    },
  },
  'publication.prepared': {
    'zh-CN': {
      title: '公告等你确认',
      text: '{code} {title} 的公告已经备好，要另一个人看过再发布。请登录确认或退回。',
    },
    en: {
      title: 'A notice waits for you',
      text: 'The notice of {code} {title} is prepared and wants a second pair of eyes. Confirm it or take it back.',
    },
  },
  'publication.refused': {
    'zh-CN': {
      title: '定时发布没有成功',
      text: '{code} {title} 到时没有发布，已退回草稿：到发布的时候，有一条规定不满足。请改好再发。',
    },
    en: {
      title: 'A scheduled notice did not go out',
      text: '{code} {title} was not published at its hour and is a draft again: a rule did not hold by then.',
    },
  },
  'tender.clarified': {
    'zh-CN': {
      title: '招标文件有澄清',
      text: '{code} {title} 发布了第 {number} 号澄清，投标截止时间是 {deadline}。投标前请先看。',
    },
    en: {
      title: 'A tender was clarified',
      text: 'Clarification {number} of {code} {title} is out; bids are due {deadline}. See it before you bid.',
    },
  },
  'question.answered': {
    'zh-CN': {
      title: '提问有了答复',
      text: '{code} {title} 的一个提问已经答复，问和答都在项目页公开，不显示谁问的。',
    },
    en: {
      title: 'A question was answered',
      text: 'A question about {code} {title} was answered; both stand on its page, without the asker.',
    },
  },
  'tender.invited': {
    'zh-CN': {
      title: '邀请你投标',
      text: '{code} {title} 邀请你的企业投标。邀请书、文件和时间都在项目页。',
    },
    en: {
      title: 'You are invited to tender',
      text: '{code} {title} invites your firm. Letter, documents and dates are on its page.',
    },
  },
  'tender.suspended': {
    'zh-CN': {
      title: '招标暂停',
      text: '{code} {title} 暂停，期间不接收投标。恢复后截止时间顺延，会再通知你。',
    },
    en: {
      title: 'A tender stands still',
      text: '{code} {title} stands still and takes no bids. Its deadline moves when it goes on; you will be told.',
    },
  },
  'tender.terminated': {
    'zh-CN': {
      title: '招标已终止',
      text: '{code} {title} 已终止，理由见公告。已递交的投标不会被打开。',
    },
    en: {
      title: 'A tender was terminated',
      text: '{code} {title} was given up; the notice says why. Submitted bids stay sealed.',
    },
  },
  'hall.opened': {
    'zh-CN': {
      title: '开标大厅已开放',
      text: '{code} {title} 正在开标。需要你解封的，请在时限内交出密钥。',
    },
    en: {
      title: 'The opening hall is open',
      text: '{code} {title} is being opened. Whoever holds a key hands it in before the window closes.',
    },
  },
  'panel.formed': {
    'zh-CN': {
      title: '评标委员会已组成',
      text: '{code} {title} 的专家已到齐确认，名单在结果公布前保密。',
    },
    en: {
      title: 'The panel is formed',
      text: 'The panel of {code} {title} is complete. Its names stay sealed until the result.',
    },
  },
  'candidates.published': {
    'zh-CN': {
      title: '中标候选人已公示',
      text: '{code} {title} 的中标候选人正在公示。有异议请在公示期内提出。',
    },
    en: {
      title: 'Candidates are published',
      text: 'The candidates of {code} {title} are published. Objections are open until the publication ends.',
    },
  },
  'tender.failed': {
    'zh-CN': {
      title: '项目流标',
      text: '{code} {title} 截止时参加的单位不够，本次招标失败。下一次招标另行公告。',
    },
    en: {
      title: 'The tender failed',
      text: 'Too few took part in {code} {title} by the deadline. A next call would be published as a notice.',
    },
  },
  'panel.asked': {
    'zh-CN': {
      title: '评标委员会请你方书面说明',
      text: '{code} {title}：评标委员会发来澄清函，请在 {until} 前在“我的投标”答复。',
    },
    en: {
      title: 'The panel asks you in writing',
      text: 'A letter of the panel on {code} {title} is to be answered under My bids before {until}.',
    },
  },
  'invitation.accepted': {
    'zh-CN': {
      title: '已登记您参加评审：{time}，{place}，请带身份证。',
      text: '您已接受一次评审邀请：{time}，{place}。请带身份证准时到场签到；不能来请尽快在网上告知。',
    },
    en: {
      title: 'You are expected: {time}, {place}. Please bring your identity card.',
      text: 'You accepted an invitation: {time}, {place}. If you cannot come after all, please say so on the site soon.',
    },
  },
  'panel.calls_halted': {
    'zh-CN': {
      title: '语音呼叫出现故障',
      text: '候选 {row} 号的呼叫连续失败，系统已停止自动拨打，席位保留。请检查线路，再到抽取页面重新呼叫。',
    },
    en: {
      title: 'Calls are failing',
      text: 'Calls to number {row} failed again and again and have stopped; the seat is kept. Please check the line, then call again from the page of the panel.',
    },
  },
  'evaluation.failed': {
    'zh-CN': {
      title: '项目流标',
      text: '{code} {title} 的投标全部被否决，本次招标失败。下一次招标另行公告。',
    },
    en: {
      title: 'The tender failed',
      text: 'Every bid for {code} {title} was rejected. A next call would be published as a notice.',
    },
  },
  'objection.filed': {
    'zh-CN': {
      title: '收到异议',
      text: '{code} {title} 收到异议，请在 {until} 前答复；答复前不能往下进行。',
    },
    en: {
      title: 'An objection to answer',
      text: 'An objection to {code} {title} is to be answered before {until}. Until then it goes no further.',
    },
  },
  'objection.answered': {
    'zh-CN': { title: '异议已答复', text: '{code} {title} 的异议已答复，请登录查看。' },
    en: {
      title: 'Your objection is answered',
      text: 'The answer on {code} {title} is waiting for you.',
    },
  },
  'objection.remedied': {
    'zh-CN': {
      title: '成立的异议已处理',
      text: '{code} {title} 成立的异议已有处理结果，内容和依据在项目页。',
    },
    en: {
      title: 'What an upheld objection led to',
      text: 'The upheld objection to {code} {title} has its outcome. The page of the tender says what and why.',
    },
  },
  'award.made': {
    'zh-CN': { title: '结果通知书已发出', text: '{code} {title} 已定标，通知书在“通知书”页。' },
    en: {
      title: 'The letters are out',
      text: '{code} {title} is awarded. Your letter is waiting.',
    },
  },
  'result.changed': {
    'zh-CN': {
      title: '结果有变更',
      text: '{code} {title} 因异议（质疑）成立，结果有变更，变更内容和理由在公告页。',
    },
    en: {
      title: 'The result has changed',
      text: 'After an upheld objection the result of {code} {title} has changed. The notice says how and why.',
    },
  },
  ...COMPLAINT_TOPICS,
  ...CONTRACT_TOPICS,
  ...FRAMEWORK_TOPICS,
  ...SECURITY_TOPICS,
  ...EXPERT_TOPICS,
  'pool.returned': {
    'zh-CN': {
      title: '入库申请要补材料',
      text: '{enterprise} 申请加入 {pool} 的材料不齐，缺什么已经一次性列出，请登录查看。',
    },
    en: {
      title: 'Your pool application needs more',
      text: 'Everything that is missing in the application of {enterprise} to {pool} is listed at once. Please sign in.',
    },
  },
  'pool.published': {
    'zh-CN': {
      title: '入库正在公示',
      text: '{enterprise} 加入 {pool} 正在公示，期满无异议即入库。',
    },
    en: {
      title: 'Your admission is published',
      text: 'The admission of {enterprise} to {pool} is published. Without an objection it takes effect when that ends.',
    },
  },
  'pool.admitted': {
    'zh-CN': { title: '已入库', text: '{enterprise} 已加入 {pool}，可以参加库内项目。' },
    en: {
      title: 'Your firm is a member',
      text: '{enterprise} is a member of {pool} and may take part in its works.',
    },
  },
  'pool.refused': {
    'zh-CN': {
      title: '未能入库',
      text: '对 {enterprise} 加入 {pool} 的异议成立，理由请登录查看。',
    },
    en: {
      title: 'Your admission was refused',
      text: 'An objection to the admission of {enterprise} to {pool} was upheld. Please sign in for the reasons.',
    },
  },
  'pool.reviewed': {
    'zh-CN': {
      title: '年度复核有结果',
      text: '{enterprise} 在 {pool} 的年度复核已有结果，请登录查看。',
    },
    en: {
      title: 'Your yearly review is done',
      text: 'The yearly review of {enterprise} in {pool} has a result. Please sign in.',
    },
  },
  'pool.decided': {
    'zh-CN': {
      title: '监督部门对库内资格作出决定',
      text: '监督部门对 {enterprise} 在 {pool} 的资格作出决定，内容已公开。不服可以向该部门申诉。',
    },
    en: {
      title: 'A decision on your membership',
      text: 'The authority decided on the membership of {enterprise} in {pool}. It is public; you may appeal there.',
    },
  },
  'pool.review_due': {
    'zh-CN': {
      title: '年度复核还有 {left} 天到期',
      text: '{enterprise} 在 {pool} 的年度复核应在 {due} 前完成。逾期后暂不参加库内项目。',
    },
    en: {
      title: 'A yearly review is due in {left} days',
      text: 'The yearly review of {enterprise} in {pool} is due by {due}. After that the firm sits out.',
    },
  },
  'pool.objected': {
    'zh-CN': {
      title: '入库公示收到异议',
      text: '对 {enterprise} 加入 {pool} 的异议等待答复；答复前不入库。',
    },
    en: {
      title: 'An objection to an admission',
      text: 'An objection to the admission of {enterprise} to {pool} waits for an answer. Until then nobody is admitted.',
    },
  },
} as const satisfies Record<string, Readonly<Record<MessageLanguage, Wording>>>;

/** Name of a thing people are told of. */
export type MessageTopic = keyof typeof TOPICS;

/** All topics, for checks and for the API's description. */
export const MESSAGE_TOPICS = Object.keys(TOPICS) as MessageTopic[];

/** Values of the placeholders. */
export type MessageParams = Readonly<Record<string, string | number>>;

/** Title and text of a message in one language; a parameter that is missing leaves nothing behind. */
export function wordsOf(
  topic: MessageTopic,
  params: MessageParams,
  language: MessageLanguage,
): Wording {
  const { title, text } = TOPICS[topic][language];
  const fill = (sentence: string): string =>
    sentence.replace(/\{(\w+)\}/g, (_all, name: string) => String(params[name] ?? ''));
  return { title: fill(title), text: fill(text) };
}

/** The number of what a message is about: a tender, a project, a contract; null: it has none. */
export function numberOf(params: MessageParams): string | null {
  const { code, number } = params;
  return code === undefined && number === undefined ? null : String(code ?? number);
}

/** A message in one line, for a telephone's display: its title, and the number of what it is about. */
export function briefOf(
  topic: MessageTopic,
  params: MessageParams,
  language: MessageLanguage,
): string {
  const number = numberOf(params);
  const { title } = wordsOf(topic, params, language);
  if (number === null || title.includes(number)) return title;
  return language === 'en' ? `${title} (${number})` : `${title}（${number}）`;
}

/** How often a delivery is tried, and when next: half a minute, doubled each time, at most six hours. */
export function nextTry(attempts: number): { readonly waitMs: number; readonly giveUp: boolean } {
  const waitMs = Math.min(30_000 * 2 ** Math.max(0, attempts - 1), 6 * 3_600_000);
  return { waitMs, giveUp: attempts >= MOST_TRIES };
}

const MOST_TRIES = 12;
