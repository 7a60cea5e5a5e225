/** A lot as it is typed. */
export interface TypedLot {
  readonly title?: string;
  readonly estimate?: string;
}

/** A file as the form holds it: sent already, named by its tenderer. */
export interface TypedFile {
  readonly fileId: string;
  readonly kind: string;
  readonly title: string;
}

/**
 * A project as it is typed, before it is handed in: nothing of it is checked yet, sums are texts as they stand in their
 * fields. What may be missing may be missing.
 */
export interface TypedProject {
  readonly title?: string;
  readonly region?: string;
  readonly approvalNumber?: string;
  readonly kind?: string;
  readonly worksClass?: string;
  readonly owner?: string;
  readonly category?: string;
  readonly estimate?: string;
  readonly investment?: string;
  readonly budgetFunds?: string;
  readonly together?: string;
  /** Ground of an exemption, and the words that prove it. */
  readonly ground?: string;
  readonly evidence?: string;
  readonly partOfWorks?: boolean;
  readonly fiscalFunds?: boolean;
  readonly inCatalogue?: boolean;
  readonly localProcurement?: boolean;
  readonly lots?: readonly TypedLot[];
  /** The file that proves an exemption, and the files that go with the project. */
  readonly proof?: Omit<TypedFile, 'kind'>;
  readonly attachments?: readonly TypedFile[];
}
