import type { Instant } from '@core/kernel';
import type { VoiceScript } from './dialogue';
import { spokenMoment, spokenText } from './spoken';

/** What an invitation says; `{time}` and `{place}` are all it may know. */
export const DEFAULT_CALL_TEMPLATE =
  '您好，这里是公共资源交易平台，请您担任评审专家。时间：{time}。地点：{place}。能参加请按一，不能参加请按二，重听请按三。';

/** Said in place of a place that would tell more than where to go. */
const PLACE_WITHHELD = '请登录平台查看';

const PLACEHOLDERS = ['{time}', '{place}'];
/** What placeholders are written with, in whatever system somebody copies a text from. */
const MARKS = /[{}<>[\]$%]/;

/**
 * Checks a template and gives it back. Throws an Error for any placeholder but `{time}` and `{place}` (a project, a
 * tenderer or a name is nobody's business on the telephone), and for a template that lacks one of them.
 */
export function callTemplate(text: string): string {
  if (text === '') return DEFAULT_CALL_TEMPLATE;
  const rest = PLACEHOLDERS.reduce((left, one) => left.replaceAll(one, ''), text);
  if (MARKS.test(rest)) {
    throw new Error(
      'an invitation by telephone takes {time} and {place}, and no other placeholder',
    );
  }
  const missing = PLACEHOLDERS.find((one) => !text.includes(one));
  if (missing !== undefined) throw new Error(`expected ${missing} in the text`);
  if (text.length > 300) throw new Error('expected at most 300 characters');
  return text;
}

/** When and where a panel meets, and what of it must not be told. */
export interface Meeting {
  readonly at: Instant;
  readonly place: string;
  /** Names of the project and of the tenderer: a place that holds one of them is not said. */
  readonly secrets: readonly string[];
}

/** The place, or where to find it when its name would tell more than where to go. */
export function tellablePlace({ place, secrets }: Meeting): string {
  const told = secrets.some((secret) => secret !== '' && place.includes(secret));
  return place === '' || told ? PLACE_WITHHELD : place;
}

/** The whole script of an invitation by telephone: 1 comes, 2 does not, 3 repeats, and the same key again confirms. */
export function invitationScript(template: string, meeting: Meeting): VoiceScript {
  const time = spokenMoment(meeting.at);
  const place = spokenText(tellablePlace(meeting));
  return {
    invitation: template.replace(/\{(time|place)\}/g, (_, name) =>
      name === 'time' ? time : place,
    ),
    invalidKey: '按键无效。能参加请按一，不能参加请按二，重听请按三。',
    keys: ['1', '2'],
    repeatKey: '3',
    sure: {
      '1': '您选择参加。确认请再按一，改为不参加请按二。',
      '2': '您选择不参加，将改请他人，不能撤回。确认请再按二，改为参加请按一。',
    },
    confirm: {
      '1': `已登记您参加。${time}，请带身份证准时到场。再见。`,
      '2': '已登记您不能参加。再见。',
    },
    failure: '系统繁忙，您的选择没有登记，我们会再次致电。',
  };
}

/** Said to somebody whose answer comes after the invitation has found its end. */
export const TOO_LATE = '这次邀请已经有了结果，不用再答复。谢谢，再见。';
