import type { EnterpriseCardView, PublicEnterpriseView } from '../../enterprise/enterprise.view';
import { html } from '../frame/html';
import { beijing } from '../frame/names';
import { inLanguage, type ReadingPage } from '../frame/shell';
import { wordsOf, type Language } from '../frame/words';

/** The register of firms. */
export function firmListPage(
  language: Language,
  asked: { readonly q: string; readonly after: string | undefined },
  items: readonly EnterpriseCardView[],
  next: string | null,
): ReadingPage {
  const words = wordsOf(language);
  const query = asked.q === '' ? '' : `q=${encodeURIComponent(asked.q)}`;
  const path = (after?: string): string => {
    const parts = [query, after === undefined ? '' : `after=${encodeURIComponent(after)}`];
    const text = parts.filter((one) => one !== '').join('&');
    return text === '' ? '/enterprises' : `/enterprises?${text}`;
  };
  return {
    language,
    title: words.firms,
    summary: words.firms,
    path: path(asked.after),
    on: '/enterprises',
    unlisted: asked.q !== '' || asked.after !== undefined,
    main: html`<h1>${words.firms}</h1>
      <form
        class="card card__body reading__filters no-print"
        method="get"
        action="/enterprises"
        role="search"
      >
        ${language === 'en' ? html`<input type="hidden" name="lang" value="en" />` : null}
        <label
          >${words.query}<input type="search" name="q" maxlength="60" value="${asked.q}"
        /></label>
        <button type="submit">${words.search}</button>
      </form>
      <section class="card card__body" aria-label="${words.firms}">
        <table>
          <thead>
            <tr>
              <th scope="col">${words.name}</th>
              <th scope="col">${words.creditCode}</th>
              <th scope="col">${words.verifiedAt}</th>
            </tr>
          </thead>
          <tbody>
            ${items.map(
              (one) =>
                html`<tr>
                  <td>
                    <a href="${inLanguage(`/enterprises/${one.creditCode}`, language)}"
                      >${one.name}</a
                    >
                  </td>
                  <td data-label="${words.creditCode}" class="reading__digest">
                    ${one.creditCode}
                  </td>
                  <td data-label="${words.verifiedAt}" class="reading__number">
                    ${beijing(one.verifiedAt).slice(0, 10)}
                  </td>
                </tr>`,
            )}
          </tbody>
        </table>
        ${items.length === 0 ? html`<p>${words.empty}</p>` : null}
      </section>
      ${next === null ? null : html`<p class="no-print"><a rel="next" href="${inLanguage(path(next), language)}">${words.next}</a></p>`}`,
  };
}

/** One firm: what everybody may know of it. */
export function firmPage(language: Language, firm: PublicEnterpriseView): ReadingPage {
  const words = wordsOf(language);
  return {
    language,
    title: firm.name,
    summary: `${firm.name} · ${firm.creditCode}`,
    path: `/enterprises/${firm.creditCode}`,
    on: '/enterprises',
    main: html`<h1>${firm.name}</h1>
      <section class="card card__body">
        <dl class="facts">
          <dt>${words.creditCode}</dt>
          <dd class="reading__digest">${firm.creditCode}</dd>
          <dt>${words.address}</dt>
          <dd>${firm.address}</dd>
          <dt>${words.verifiedAt}</dt>
          <dd>${beijing(firm.verifiedAt).slice(0, 10)}</dd>
          <dt>${words.qualifications}</dt>
          <dd>
            <ul>
              ${firm.qualifications.map(
                (one) =>
                  html`<li>
                    ${one.type} ${one.grade}，${words.until} ${beijing(one.validUntil).slice(0, 10)}
                  </li>`,
              )}
            </ul>
          </dd>
        </dl>
      </section>
      ${
        firm.decisions.length === 0
          ? null
          : html`<section class="card card__body">
              <h2>${words.decisions}</h2>
              <ul>
                ${firm.decisions.map(
                  (one) => html`<li>${one.number} ${one.authority}：${one.reason}</li>`,
                )}
              </ul>
            </section>`
      }
      ${
        firm.credit.length === 0
          ? null
          : html`<section class="card card__body">
              <h2>${words.credit}</h2>
              <ul>
                ${firm.credit.map(
                  (one) =>
                    html`<li>
                      ${beijing(one.decidedAt).slice(0, 10)} ${one.title}（${one.authority}
                      ${one.number}）
                    </li>`,
                )}
              </ul>
            </section>`
      }`,
  };
}

/** What is not there, for people without the app. */
export function missingPage(language: Language, path: string): ReadingPage {
  const words = wordsOf(language);
  return {
    language,
    title: words.notFound,
    summary: words.notFound,
    path,
    unlisted: true,
    main: html`<h1>${words.notFound}</h1>
      <p>${words.notFoundNext}</p>
      <p><a href="${inLanguage('/tenders', language)}">${words.tenders}</a></p>`,
  };
}
