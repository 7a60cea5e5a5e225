import type { Letter } from '@server/notification';
import type { TenderRow } from '@server/tender';
import type { SubscriptionLanguage } from './subscription.entity';

/** What is said in a letter, apart from its address. */
export type LetterText = Pick<Letter, 'title' | 'text'>;

/** Where the reader confirms and ends a subscription, and sees the search. */
export interface Links {
  readonly manage: string;
  readonly search: string;
  readonly site: string;
}

/** Asks whether it was really the owner of the mailbox who asked. */
export function confirmationLetter(
  language: SubscriptionLanguage,
  asked: string,
  { manage, site }: Links,
): LetterText {
  return language === 'en'
    ? {
        title: 'Please confirm: notices by mail',
        text: `Somebody asked ${site} to send new notices to this address: ${asked}\n\nTo confirm, open:\n${manage}\n\nIf it was not you, do nothing: nothing will be sent, and the request is deleted after seven days.`,
      }
    : {
        title: '请确认：邮件订阅交易公告',
        text: `有人在 ${site} 申请把新公告发到这个邮箱：${asked}\n\n确认请打开：\n${manage}\n\n不是您申请的，不用理会：不会再发邮件，七天后申请自动删除。`,
      };
}

/** The new tenders of a search; `more` says that there are others. */
export function digestLetter(
  language: SubscriptionLanguage,
  asked: string,
  tenders: readonly TenderRow[],
  more: boolean,
  { manage, search, site }: Links,
): LetterText {
  const lines = tenders.map(
    ({ id, title, tendererName, region }) =>
      `${title}\n${tendererName} · ${region}\n${site}/tenders/${id}${language === 'en' ? '?lang=en' : ''}`,
  );
  const body = lines.join('\n\n');
  return language === 'en'
    ? {
        title: `New notices: ${tenders.length}${more ? '+' : ''} (${asked})`,
        text: `${body}\n\n${more ? 'There are more. ' : ''}All of them: ${search}\n\nTo end this subscription: ${manage}`,
      }
    : {
        title: `新公告 ${tenders.length}${more ? ' 条以上' : ' 条'}（${asked}）`,
        text: `${body}\n\n${more ? '还有更多。' : ''}全部结果：${search}\n\n退订：${manage}`,
      };
}
