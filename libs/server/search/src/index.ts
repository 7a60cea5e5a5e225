export { SearchIndex } from './search-index.store';
export { IndexTenders } from './index-tenders';
export { SearchTenders, type Excerpt } from './search-tenders';
export { SearchModule } from './search.module';
export { embeddedMatch, soughtIn } from './tokens';
