import { Drawer, Popover } from 'antd';
import { useId, useRef, useState, type KeyboardEvent } from 'react';
import { useT } from '../i18n/i18n-context';
import { shortCitation, type Citation } from './citation';
import { PHONE, useMedia } from './use-media';
import './cite-chip.css';

interface CiteChipProps {
  readonly citation: Citation;
  /** Whether this rule says no here. */
  readonly refuses?: boolean;
  /** The facts the rule was judged by, already in words. */
  readonly facts?: readonly { readonly label: string; readonly value: string }[];
}

/** § and a short name; the sentence of the law opens on hover, tap or Enter, and Esc closes it. */
export function CiteChip({ citation, refuses = false, facts = [] }: CiteChipProps) {
  const t = useT();
  const phone = useMedia(PHONE);
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const text = useId();
  // A rule may say no and still wait to be checked: the chip says both.
  const tone = [
    ...(refuses ? ['cite--refuses'] : []),
    ...(citation.unverified ? ['cite--unverified'] : []),
  ].join(' ');
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !open) return;
    event.stopPropagation();
    setOpen(false);
  };
  const chip = (
    <button
      ref={button}
      type="button"
      className={`cite ${tone}`}
      aria-expanded={open}
      aria-describedby={open ? text : undefined}
      onClick={phone ? () => setOpen(true) : undefined}
      onKeyDown={onKeyDown}
    >
      {shortCitation(citation.citation)}
      {citation.unverified ? ` · ${t('cite.unverified')}` : null}
    </button>
  );
  const body = <CitationText id={text} citation={citation} facts={facts} />;
  if (phone) {
    return (
      <>
        {chip}
        <Drawer
          open={open}
          placement="bottom"
          title={shortCitation(citation.citation)}
          onClose={() => {
            setOpen(false);
            button.current?.focus();
          }}
          styles={{ wrapper: { height: 'auto', maxHeight: '80vh' } }}
        >
          {body}
        </Drawer>
      </>
    );
  }
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      trigger={['hover', 'click']}
      mouseEnterDelay={0.3}
      placement="bottomLeft"
      arrow={false}
      classNames={{ root: 'cite-popover' }}
      content={body}
    >
      {chip}
    </Popover>
  );
}

function CitationText({
  id,
  citation,
  facts,
}: {
  readonly id: string;
  readonly citation: Citation;
  readonly facts: NonNullable<CiteChipProps['facts']>;
}) {
  const t = useT();
  return (
    <div id={id} className="cite-text">
      {citation.summary ? <p className="cite-text__summary">{citation.summary}</p> : null}
      {citation.quote ? (
        <blockquote lang="zh-CN">{t('cite.quote', { quote: citation.quote })}</blockquote>
      ) : null}
      <dl className="facts">
        <dt>{t('cite.basis')}</dt>
        <dd lang="zh-CN">{citation.citation}</dd>
        {facts.map((fact) => (
          <div key={fact.label} className="cite-text__fact">
            <dt>{fact.label}</dt>
            <dd>{fact.value}</dd>
          </div>
        ))}
        <dt>{t('cite.rule')}</dt>
        <dd className="mono">{citation.ruleId}</dd>
      </dl>
      {citation.unverified ? (
        <p className="cite-text__warning">{t('cite.unverifiedLong')}</p>
      ) : null}
    </div>
  );
}
