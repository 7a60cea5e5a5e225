import type { TenderCardView } from '../../portal/portal.view';
import { html, type Markup } from '../frame/html';
import { beijing, stateName } from '../frame/names';
import { inLanguage, type ReadingPage } from '../frame/shell';
import { wordsOf, type Language } from '../frame/words';

/** What the front page shows: the openings of the day, and the newest notices. */
export interface FrontPage {
  /** `2026-03-23`, Beijing. */
  readonly date: string;
  readonly openings: readonly TenderCardView[];
  readonly newest: readonly TenderCardView[];
}

function openings(language: Language, { date, openings: today }: FrontPage): Markup {
  const words = wordsOf(language);
  return html`<section class="card card__body" aria-labelledby="today">
    <h2 id="today">${words.today} <small class="muted">${date}</small></h2>
    ${
      today.length === 0
        ? html`<p>${words.noOpenings}</p>`
        : html`<ol class="reading__day">
            ${today.map(
              (one) =>
                html`<li ${one.state === 'opening' ? html`class="reading__live"` : null}>
                  <time datetime="${one.deadline ?? ''}">${beijing(one.deadline).slice(11)}</time>
                  <span>
                    <a href="${inLanguage(`/tenders/${one.id}`, language)}">${one.title}</a>
                    <span class="muted">${one.region} · ${stateName(language, one)}</span>
                  </span>
                  ${
                    one.state === 'opening'
                      ? html`<a class="reading__watch" href="/tenders/${one.id}#app"
                          >${words.watch}</a
                        >`
                      : null
                  }
                </li>`,
            )}
          </ol>`
    }
  </section>`;
}

function newest(language: Language, tenders: readonly TenderCardView[]): Markup {
  const words = wordsOf(language);
  return html`<section class="card card__body" aria-labelledby="newest">
    <h2 id="newest">${words.newest}</h2>
    ${tenders.length === 0 ? html`<p>${words.empty}</p>` : null}
    <ul class="reading__list">
      ${tenders.map(
        (one) =>
          html`<li>
            <a href="${inLanguage(`/tenders/${one.id}`, language)}">${one.title}</a>
            <span class="muted"
              >${one.region} · ${stateName(language, one)} ·
              ${beijing(one.publishedAt).slice(0, 10)}</span
            >
          </li>`,
      )}
    </ul>
    <p><a href="${inLanguage('/tenders', language)}">${words.allNotices}</a></p>
  </section>`;
}

/** The front page as it is read: search, today, what is new, and where people go who have business here. */
export function homePage(language: Language, front: FrontPage): ReadingPage {
  const words = wordsOf(language);
  return {
    language,
    title: words.platform,
    summary: words.summary,
    path: '/',
    on: '/',
    main: html`<h1 class="reader-only">${words.platform}</h1>
      <form class="reading__search" method="get" action="/tenders" role="search">
        ${language === 'en' ? html`<input type="hidden" name="lang" value="en" />` : null}
        <input
          type="search"
          name="q"
          maxlength="60"
          aria-label="${words.query}"
          placeholder="${words.queryHint}"
        />
        <button type="submit">${words.search}</button>
      </form>
      ${openings(language, front)}
      <div class="reading__columns">
        ${newest(language, front.newest)}
        <section class="card card__body" aria-labelledby="business">
          <h2 id="business">${words.business}</h2>
          <ul class="reading__list">
            <li><a href="/sign-in">${words.businessSignIn}</a></li>
            <li><a href="/register">${words.businessRegister}</a></li>
            <li><a href="/verify.html">${words.businessVerify}</a></li>
          </ul>
        </section>
      </div>`,
  };
}
