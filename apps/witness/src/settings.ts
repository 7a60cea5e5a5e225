import { parseVerifierKey, type VerifierKey } from '@core/ledger';

/** What a witness needs to be told. */
export interface WitnessSettings {
  readonly name: string;
  readonly folder: string;
  readonly host: string;
  readonly port: number;
  readonly logs: readonly VerifierKey[];
}

/** Reads the settings from the environment; throws one Error that lists every fault. */
export function readSettings(
  environment: Readonly<Record<string, string | undefined>>,
): WitnessSettings {
  const faults: string[] = [];
  const name = environment.WITNESS_NAME ?? '';
  if (name === '' || /[\s+]/.test(name)) {
    faults.push('WITNESS_NAME: a name without spaces, such as witness.example.org/w1');
  }
  const port = Number(environment.WITNESS_PORT ?? '7380');
  if (!Number.isInteger(port) || port < 0 || port > 65_535) faults.push('WITNESS_PORT: 0 to 65535');
  const texts = (environment.WITNESS_LOGS ?? '').split(/[\s,]+/).filter((text) => text !== '');
  const logs = texts.map(parseVerifierKey).filter((key) => key !== null);
  if (logs.length === 0 || logs.length !== texts.length) {
    faults.push('WITNESS_LOGS: the verifier keys of the logs to watch, separated by commas');
  }
  if (faults.length > 0) throw new Error(faults.join('\n'));
  const folder = environment.WITNESS_DIR ?? './witness-data';
  return { name, folder, host: environment.WITNESS_HOST ?? '127.0.0.1', port, logs };
}
