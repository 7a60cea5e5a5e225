import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { html, type Markup } from './html';
import { wordsOf, type Language } from './words';

/** A reading page: everything but the frame around it. */
export interface ReadingPage {
  readonly language: Language;
  readonly title: string;
  readonly summary: string;
  /** Path and query in the first language, without a host: `/tenders?q=…`. */
  readonly path: string;
  readonly main: Markup;
  /** Navigation entry that is on. */
  readonly on?: string;
  /** There is no such page in the app: nothing to start, whoever reads it. */
  readonly standsAlone?: boolean;
  /** Nothing for search engines: pages of results and errors. */
  readonly unlisted?: boolean;
}

/** What every page of this installation shares. */
export interface Site {
  /** Address without a trailing slash. */
  readonly url: string;
  readonly publisher: string;
  /** The built web app's page; null when only the API was built. */
  readonly template: string | null;
}

/** Reads the web app's page from its folder; null where it was not built. */
export function readTemplate(folder: string): string | null {
  const file = join(folder, 'index.html');
  return existsSync(file) ? readFileSync(file, 'utf8') : null;
}

const BARE =
  '<!doctype html><html lang="zh-CN"><head><meta charset="utf-8" /><title></title></head><body><div id="root"></div></body></html>';

/** An address in a language. */
export function inLanguage(path: string, language: Language): string {
  if (language === 'zh-CN') return path;
  return `${path}${path.includes('?') ? '&' : '?'}lang=${language}`;
}

function head(site: Site, page: ReadingPage, script: string | null): Markup {
  const words = wordsOf(page.language);
  const own = `${site.url}${inLanguage(page.path, page.language)}`;
  const at = (language: Language): string => `${site.url}${inLanguage(page.path, language)}`;
  return html`<title>${page.title} · ${words.site}</title>
    <meta name="description" content="${page.summary}" />
    ${page.unlisted === true ? html`<meta name="robots" content="noindex" />` : null}
    <link rel="canonical" href="${own}" />
    <link rel="alternate" hreflang="zh-CN" href="${at('zh-CN')}" />
    <link rel="alternate" hreflang="en" href="${at('en')}" />
    <link rel="alternate" hreflang="x-default" href="${at('zh-CN')}" />
    <link
      rel="alternate"
      type="application/atom+xml"
      title="${words.tenders} Atom"
      href="/feeds/notices.atom"
    />
    <link
      rel="alternate"
      type="application/rss+xml"
      title="${words.tenders} RSS"
      href="/feeds/notices.rss"
    />
    <meta property="og:type" content="article" />
    <meta property="og:title" content="${page.title}" />
    <meta property="og:description" content="${page.summary}" />
    <meta property="og:url" content="${own}" />
    <meta property="og:site_name" content="${words.site} ${site.publisher}" />
    <meta property="og:locale" content="${page.language === 'en' ? 'en_GB' : 'zh_CN'}" />
    <link rel="stylesheet" href="/reading.css" />
    ${script === null ? null : html`<script src="/reading.js" data-app="${script}" defer></script>`}`;
}

const NAVIGATION = [
  ['/', 'home'],
  ['/tenders', 'tenders'],
  ['/enterprises', 'enterprises'],
  ['/pools', 'pools'],
  ['/statistics', 'statistics'],
  ['/open-data', 'openData'],
] as const;

function frame(site: Site, page: ReadingPage, script: string | null): Markup {
  const words = wordsOf(page.language);
  const other: Language = page.language === 'en' ? 'zh-CN' : 'en';
  return html`<a class="skip-link" href="#main">${words.skip}</a>
    <header class="reading-head no-print">
      <div class="page reading-head__line">
        <a class="reading-head__brand" href="${inLanguage('/', page.language)}"
          ><b>${words.site}</b> ${site.publisher}</a
        >
        <nav aria-label="${words.main}">
          ${NAVIGATION.map(
            ([path, name]) =>
              html`<a
                href="${inLanguage(path, page.language)}"
                ${path === page.on ? html`aria-current="page"` : null}
                >${words[name]}</a
              >`,
          )}
        </nav>
        <a lang="${other}" hreflang="${other}" href="${inLanguage(page.path, other)}"
          >${words.other}</a
        >
        <a href="/sign-in">${words.signIn}</a>
      </div>
    </header>
    <main id="main" class="page stack reading">
      ${page.main}
      ${
        script === null
          ? null
          : html`<aside
              class="card card__body no-print reading__app"
              aria-label="${words.interactive}"
            >
              <p>${words.interactiveWhy}</p>
              <button type="button" data-start-app hidden>${words.interactive}</button>
              <noscript><p class="muted">JavaScript</p></noscript>
            </aside>`
      }
    </main>
    <footer class="page reading-foot">
      <p>
        ${words.beijing} · <a href="/feeds/notices.atom">Atom</a> ·
        <a href="/feeds/notices.rss">RSS</a> ·
        <a href="${inLanguage('/open-data', page.language)}">${words.openData}</a>
      </p>
    </footer>`;
}

/**
 * The whole document: the web app's own page with the content in its root and no app started. `/reading.js` starts the
 * app at once for who is signed in, for everybody else when asked to.
 */
export function documentOf(site: Site, page: ReadingPage): string {
  const template = site.template ?? BARE;
  const module = /<script type="module"[^>]*src="([^"]+)"/.exec(template)?.[1] ?? null;
  const script = page.standsAlone === true ? null : module;
  return template
    .replace(/<html lang="[^"]*"/, () => `<html lang="${page.language}"`)
    .replace(/<script type="module"[^>]*><\/script>/g, '')
    .replace(/<link rel="modulepreload"[^>]*>/g, '')
    .replace(/<meta\s+name="description"[^>]*>/, '')
    .replace(/<noscript>[\s\S]*?<\/noscript>/, '')
    .replace(/<title>[^<]*<\/title>/, () => head(site, page, script).text)
    .replace(
      '<div id="root"></div>',
      () => `<div id="root">${frame(site, page, script).text}</div>`,
    );
}
