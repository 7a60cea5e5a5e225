import { useNavigate } from '@tanstack/react-router';
import { useId, useState, type SyntheticEvent } from 'react';
import { useT } from '../../../shared/i18n/i18n-context';
import { Icon } from '../../../shared/ui/icon';
import { parseTenderSearch } from '../../tender/tender-search';
import './search-bar.css';

/** The large search of the home page; it leads to the list with the words in the address. */
export function SearchBar() {
  const t = useT();
  const field = useId();
  const navigate = useNavigate();
  const [words, setWords] = useState('');
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    void navigate({ to: '/tenders', search: parseTenderSearch({ q: words }) });
  };
  return (
    <form className="search-bar" role="search" onSubmit={submit}>
      <label htmlFor={field} className="reader-only">
        {t('home.searchLabel')}
      </label>
      <Icon name="search" />
      <input
        id={field}
        type="search"
        value={words}
        maxLength={100}
        placeholder={t('home.searchPlaceholder')}
        onChange={(event) => setWords(event.target.value)}
      />
      <button type="submit">{t('home.search')}</button>
    </form>
  );
}
