import type { OpeningKey } from '@core/sealed-bid';
import { Button, Input } from 'antd';
import { useId, useRef, useState } from 'react';
import type { Bid } from '../../../shared/api/wire';
import { useT } from '../../../shared/i18n/i18n-context';
import { Icon } from '../../../shared/ui/icon';
import { Note } from '../../../shared/ui/note';
import { keyFromFile, keyFromPassphrase } from '../sealing/bid-key';

/** The key of a bid: from its file, or from the passphrase and the backup the platform keeps wrapped. */
export function KeyInput({
  bid,
  onKey,
}: {
  readonly bid: Bid;
  readonly onKey: (key: OpeningKey) => void;
}) {
  const t = useT();
  const field = useId();
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<'bid.keyOfOther' | 'bid.passphraseWrong' | null>(null);
  const take = (key: OpeningKey | null, otherwise: NonNullable<typeof fault>) => {
    setBusy(false);
    setFault(key === null ? otherwise : null);
    if (key !== null) onKey(key);
  };
  const readFile = async (file: File | undefined) => {
    if (file !== undefined) take(await keyFromFile(file, bid), 'bid.keyOfOther');
    if (input.current) input.current.value = '';
  };
  const unlock = async () => {
    setBusy(true);
    const key = await keyFromPassphrase(typed, bid).catch(() => null);
    take(key, 'bid.passphraseWrong');
  };
  return (
    <div className="stack">
      <div>
        <input
          ref={input}
          type="file"
          accept=".json,application/json"
          hidden
          aria-label={t('bid.chooseKey')}
          onChange={(event) => void readFile(event.target.files?.[0])}
        />
        <Button icon={<Icon name="key" />} onClick={() => input.current?.click()}>
          {t('bid.chooseKey')}
        </Button>
      </div>
      {bid.backup === null ? null : (
        <div>
          <label htmlFor={field}>{t('bid.passphrase')}</label>
          <div className="key-input__line">
            <Input
              id={field}
              className="mono"
              value={typed}
              autoComplete="off"
              autoCapitalize="none"
              onChange={(event) => setTyped(event.target.value)}
              onPressEnter={() => void unlock()}
            />
            <Button loading={busy} disabled={typed.trim() === ''} onClick={() => void unlock()}>
              {t('bid.unlock')}
            </Button>
          </div>
        </div>
      )}
      <div role="status">{fault === null ? null : <Note tone="bad">{t(fault)}</Note>}</div>
    </div>
  );
}
