import type { ReactNode } from 'react';
import { preciseDateTime } from '../i18n/dates';
import { useT } from '../i18n/i18n-context';
import { Fingerprint } from './fingerprint';
import { Icon } from './icon';
import { QrCode } from './qr-code';
import './receipt.css';

interface ReceiptProps {
  /** The state in its fixed word: 已递交, 已报名… Shown only once the receipt is signed. */
  readonly title: string;
  readonly at: string;
  /** How long before the deadline, in words. */
  readonly margin?: string;
  readonly number: string;
  /** The fingerprint of what it receipts; a sign-up has none. */
  readonly digest?: string;
  /** What else stands on it, in order: files, co-signers. */
  readonly lines: readonly { readonly label: string; readonly value: ReactNode }[];
  /** The public page of this receipt. */
  readonly url: string;
  /** Verify, save, print. */
  readonly actions?: ReactNode;
}

/** A receipt that looks like paper because it counts like paper. */
export function Receipt({ title, at, margin, number, digest, lines, url, actions }: ReceiptProps) {
  const t = useT();
  return (
    <section className="receipt" aria-label={t('receipt.label', { number })}>
      <p className="receipt__state">
        <Icon name="check" />
        {title}
      </p>
      <p className="receipt__instant number">{preciseDateTime(at)}</p>
      <p className="small muted">
        {t('clock.beijing')}
        {margin === undefined ? null : ` · ${margin}`}
      </p>
      <dl className="receipt__lines facts">
        <dt>{t('receipt.number')}</dt>
        <dd className="number receipt__number">{number}</dd>
        {lines.map((line) => (
          <div key={line.label} className="receipt__line">
            <dt>{line.label}</dt>
            <dd>{line.value}</dd>
          </div>
        ))}
        {digest === undefined ? null : (
          <div className="receipt__line">
            <dt>{t('fingerprint.name')}</dt>
            <dd>
              <Fingerprint digest={digest} />
            </dd>
          </div>
        )}
      </dl>
      <div className="receipt__foot">
        <QrCode text={url} label={t('receipt.scan')} size={112} />
        <div className="receipt__actions">{actions}</div>
      </div>
      <p className="tiny muted">{t('receipt.keep')}</p>
    </section>
  );
}
