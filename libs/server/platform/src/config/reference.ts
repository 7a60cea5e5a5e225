import { SETTINGS, type Setting } from './settings';

const ALL = Object.entries(SETTINGS) as [string, Setting<unknown>][];

/** The settings as a Markdown table, for docs/operations.md. */
export function settingsTable(): string {
  const rows = ALL.map(([name, { about, fallback, secret }]) => {
    const value = fallback === '' ? '' : `\`${fallback}\``;
    return `| \`${name}\`${secret ? ` (or \`${name}_FILE\`)` : ''} | ${value} | ${about} |`;
  });
  return ['| setting | default | what for |', '|---|---|---|', ...rows].join('\n');
}

/** The settings as a commented environment file, for .env.example. */
export function envExample(): string {
  return ALL.map(([name, { about, fallback }]) => `# ${about}\n#${name}=${fallback}\n`).join('\n');
}
