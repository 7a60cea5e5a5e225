import { html, type Markup } from '../frame/html';
import { inLanguage, type ReadingPage } from '../frame/shell';
import { wordsOf, type Language } from '../frame/words';

/** The form below a list: the search that is shown, sent by mail. Null where the site sends no mail. */
export function subscriptionForm(
  language: Language,
  search: Readonly<Record<string, string>>,
): Markup {
  const words = wordsOf(language);
  return html`<form
    class="card card__body reading__filters no-print"
    method="post"
    action="/subscriptions"
    aria-label="${words.subscribe}"
  >
    <input type="hidden" name="lang" value="${language}" />
    ${Object.entries(search).map(
      ([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`,
    )}
    <label
      >${words.subscribe}<input
        type="email"
        name="mail"
        required
        maxlength="200"
        autocomplete="email"
    /></label>
    <button type="submit">${words.subscribeDo}</button>
    <p class="muted reading__more">${words.subscribeWhy}</p>
  </form>`;
}

function said(language: Language, title: string, main: Markup | string): ReadingPage {
  return {
    language,
    title,
    summary: title,
    path: '/tenders',
    unlisted: true,
    main: html`<h1>${title}</h1>
      <section class="card card__body">${main}</section>
      <p><a href="${inLanguage('/tenders', language)}">${wordsOf(language).allNotices}</a></p>`,
  };
}

/** After asking: the same whether or not a letter goes out. */
export function askedPage(language: Language): ReadingPage {
  const words = wordsOf(language);
  return said(language, words.subscribeAsked, html`<p>${words.subscribeAskedNext}</p>`);
}

/** What a link in a letter opens: confirm or end, each by a button, since mail scanners open links by themselves. */
export function subscriptionPage(
  language: Language,
  secret: string,
  { asked, isConfirmed }: { readonly asked: string; readonly isConfirmed: boolean },
): ReadingPage {
  const words = wordsOf(language);
  const button = (path: string, text: string): Markup =>
    html`<form method="post" action="/subscriptions/${secret}/${path}">
      <input type="hidden" name="lang" value="${language}" />
      <p><button type="submit">${text}</button></p>
    </form>`;
  return said(
    language,
    words.subscription,
    html`<p>${asked === '' ? words.allNotices : asked}</p>
      ${isConfirmed ? html`<p>${words.subscriptionOn}</p>` : button('confirm', words.subscribeConfirm)}
      ${button('end', isConfirmed ? words.subscribeEnd : words.subscribeNever)}`,
  );
}

/** After ending. */
export function endedPage(language: Language): ReadingPage {
  const words = wordsOf(language);
  return said(language, words.subscribeEnded, html`<p>${words.subscribeEndedNext}</p>`);
}

/** What could not be done, and what to do. */
export function refusedPage(
  language: Language,
  reason: 'address' | 'no_mail' | 'not_found',
): ReadingPage {
  const words = wordsOf(language);
  const text = {
    address: words.subscribeAddress,
    no_mail: words.subscribeNoMail,
    not_found: words.subscribeNone,
  }[reason];
  return said(language, words.subscription, html`<p>${text}</p>`);
}
