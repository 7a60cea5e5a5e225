/** Whether a file is a ZIP: a whole archive package, and no bundle. */
export function isArchive(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b;
}
