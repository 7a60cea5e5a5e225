import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { theme } from './theme';

const css = readFileSync(join(__dirname, 'styles/tokens.css'), 'utf8');
const root = css.slice(0, css.indexOf('data-size'));
const tokens = new Map(
  [...root.matchAll(/(--[\w-]+):\s*([^;]+);/g)].map(([, name = '', value = '']) => [name, value]),
);

function valueOf(name: string): string {
  const value = tokens.get(name) ?? '';
  const reference = /^var\((--[\w-]+)\)$/.exec(value)?.[1];
  return reference === undefined ? value : valueOf(reference);
}

const SAME: Readonly<Record<string, string>> = {
  colorPrimary: '--primary',
  colorPrimaryHover: '--primary-hover',
  colorPrimaryActive: '--primary-active',
  colorPrimaryBg: '--pine-50',
  colorPrimaryBgHover: '--pine-100',
  colorPrimaryBorder: '--pine-200',
  colorPrimaryBorderHover: '--pine-400',
  colorLink: '--link',
  colorSuccess: '--success',
  colorSuccessBg: '--leaf-100',
  colorWarning: '--warning',
  colorWarningBg: '--sun-100',
  colorWarningText: '--sun-700',
  colorError: '--danger',
  colorErrorHover: '--verm-800',
  colorErrorBg: '--verm-100',
  colorInfo: '--info',
  colorInfoBg: '--sky-100',
  colorText: '--text',
  colorTextBase: '--text',
  colorTextSecondary: '--text-2',
  colorTextTertiary: '--text-3',
  colorTextPlaceholder: '--text-3',
  colorBgBase: '--surface',
  colorBgLayout: '--bg',
  colorBorder: '--line',
  colorFillAlter: '--surface-2',
  controlOutline: '--now',
};

const PIXELS: Readonly<Record<string, string>> = {
  controlHeight: '--control',
  controlHeightSM: '--control-s',
  controlHeightLG: '--control-l',
  borderRadius: '--r-m',
  borderRadiusLG: '--r-l',
  borderRadiusXS: '--r-s',
};

describe('theme', () => {
  const values: Readonly<Record<string, unknown>> = { ...theme.token };

  it.each(Object.entries(SAME))('%s is %s', (name, token) => {
    expect(values[name]).toBe(valueOf(token));
  });

  it.each(Object.entries(PIXELS))('%s is %s', (name, token) => {
    expect(`${String(values[name])}px`).toBe(valueOf(token));
  });

  it('names only variables that tokens.css has', () => {
    const names = [...JSON.stringify(theme).matchAll(/var\((--[\w-]+)\)/g)].map(
      (match) => match[1],
    );
    expect(names).toEqual(['--font-ui', '--font-mono']);
    expect(names.filter((name) => !tokens.has(name ?? ''))).toEqual([]);
  });

  it('uses no colour that tokens.css does not have', () => {
    const used = JSON.stringify(theme).match(/#[0-9a-f]{6}/g) ?? [];
    const known = new Set(root.match(/#[0-9a-f]{6}/g));
    expect(used.filter((colour) => !known.has(colour))).toEqual([]);
  });
});
