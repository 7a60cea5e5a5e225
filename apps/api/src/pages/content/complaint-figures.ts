import type { ComplaintFigures } from '@core/complaint';
import { html, type Markup } from '../frame/html';
import { nameOf } from '../frame/names';
import { wordsOf, type Language } from '../frame/words';

/** Decisions on complaints by year and regime, with how long they took. */
export function complaintFigures(language: Language, figures: readonly ComplaintFigures[]): Markup {
  const words = wordsOf(language);
  return html`<section class="card card__body" aria-labelledby="complaints">
    <h2 id="complaints">${words.complaints}</h2>
    ${figures.length === 0 ? html`<p>${words.complaintsNone}</p>` : table(language, figures)}
    <p><a href="/api/public/statistics/complaints.csv" download>${words.csv}</a></p>
  </section>`;
}

function table(language: Language, figures: readonly ComplaintFigures[]): Markup {
  const words = wordsOf(language);
  return html`<div class="reading__wide">
    <table>
      <thead>
        <tr>
          <th scope="col">${nameOf(language, 'by', 'year')}</th>
          <th scope="col">${words.underRegime}</th>
          <th scope="col">${words.upheld}</th>
          <th scope="col">${words.dismissed}</th>
          <th scope="col">${words.complaintDays}</th>
        </tr>
      </thead>
      <tbody>
        ${figures.map(
          ({ year, regime, upheld, dismissed, medianDays }) =>
            html`<tr>
              <td>${year}</td>
              <td data-label="${words.underRegime}">${nameOf(language, 'regime', regime)}</td>
              <td data-label="${words.upheld}" class="reading__number">${upheld}</td>
              <td data-label="${words.dismissed}" class="reading__number">${dismissed}</td>
              <td data-label="${words.complaintDays}" class="reading__number">
                ${medianDays ?? words.none}
              </td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}
