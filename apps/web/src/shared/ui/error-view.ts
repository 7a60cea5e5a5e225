import { PLATFORM_RULES } from '@contracts';
import { ApiError, type ToldBasis } from '../api/api-error';
import { formatMessage, type MessageValues } from '../i18n/format-message';
import { ERROR_TEXTS, type ErrorText, type ShownErrorCode } from '../i18n/errors/index';
import type { Locale } from '../i18n/locale';
import { isUnverified, type Citation } from './citation';

/** An error, ready to be shown. */
export interface ErrorView extends ErrorText {
  readonly code: string;
  readonly traceId: string | null;
  /** The law behind it, as its chip shows it: what it demands, its words, and whether they were checked. */
  readonly law: Citation | null;
  /** Whether it rests on a rule of the platform, because the law that applies says nothing of it. */
  readonly byPlatform: boolean;
  readonly at: number | null;
}

function textOf(locale: Locale, code: string): ErrorText {
  const texts: Readonly<Record<string, ErrorText | undefined>> = ERROR_TEXTS[locale];
  return texts[code] ?? ERROR_TEXTS[locale].internal;
}

function fill(text: ErrorText, params: Readonly<Record<string, unknown>>): ErrorText {
  const values: MessageValues = Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join('、') : String(value),
    ]),
  );
  return {
    happened: formatMessage(text.happened, values),
    ...(text.safe === undefined ? {} : { safe: formatMessage(text.safe, values) }),
    cure: formatMessage(text.cure, values),
  };
}

function citationOf({ ruleId, citation, quote, status, ...words }: ToldBasis, locale: Locale) {
  const summary = locale === 'en' ? words.en : words.zh;
  return {
    ruleId,
    citation,
    ...(summary === undefined ? {} : { summary }),
    ...(quote === undefined ? {} : { quote }),
    ...(status === undefined ? {} : { unverified: isUnverified(status) }),
  };
}

/** What to say about anything that was thrown. Whatever is not an answer of the server is our own fault. */
export function viewOfError(error: unknown, locale: Locale): ErrorView {
  if (!(error instanceof ApiError)) {
    const code: ShownErrorCode = 'browser.unexpected';
    return {
      ...ERROR_TEXTS[locale][code],
      code,
      traceId: null,
      law: null,
      byPlatform: false,
      at: null,
    };
  }
  const { params = {}, traceId, law } = error.problem;
  return {
    ...fill(textOf(locale, error.code), params),
    code: error.code,
    traceId: traceId ?? null,
    law: law === undefined ? null : citationOf(law, locale),
    byPlatform: law === undefined && PLATFORM_RULES.has(error.code),
    at: error.at,
  };
}
