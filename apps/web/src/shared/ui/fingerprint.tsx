import { useState } from 'react';
import { useT } from '../i18n/i18n-context';
import { copyText } from './copy-text';
import { fingerprintGroups } from './fingerprint-groups';
import './fingerprint.css';

/** A digest, shortened for the eye; a tap copies the whole of it. */
export function Fingerprint({ digest }: { readonly digest: string }) {
  const t = useT();
  const [copied, setCopied] = useState(false);
  const { head, middle, tail } = fingerprintGroups(digest);
  const copy = async () => setCopied(await copyText(digest));
  return (
    <button
      type="button"
      className="fingerprint"
      title={t('fingerprint.whole', { digest })}
      aria-label={t('fingerprint.copyLabel', { start: head })}
      onClick={() => void copy()}
    >
      <b>{head}</b>
      {middle === '' ? null : ` ${middle}…${tail}`}
      <span className="fingerprint__copied" role="status">
        {copied ? t('fingerprint.copied') : null}
      </span>
    </button>
  );
}
