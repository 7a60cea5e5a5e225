import type { ErrorTexts } from './error-text';

/** What goes wrong in the browser, before or after the server has spoken. */
export type BrowserErrorCode = 'browser.offline' | 'browser.unexpected';

export const browserErrors: ErrorTexts<BrowserErrorCode> = {
  'zh-CN': {
    'browser.offline': {
      happened: '没有连上平台',
      safe: '平台上的记录没有变，你填的内容还在这个页面上。',
      cure: '检查网络后再试一次。',
    },
    'browser.unexpected': {
      happened: '这个页面出错了',
      safe: '已经递交的内容都在平台上，不受影响。',
      cure: '重新打开这一页；如果还是这样，把下面的编号告诉交易中心。',
    },
  },
  en: {
    'browser.offline': {
      happened: 'The platform could not be reached',
      safe: 'Nothing on the platform has changed. What you typed is still on this page.',
      cure: 'Check the network and try again.',
    },
    'browser.unexpected': {
      happened: 'This page failed',
      safe: 'Everything you submitted is on the platform and unaffected.',
      cure: 'Open the page again. If it fails again, tell the centre the code below.',
    },
  },
};
