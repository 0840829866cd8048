import { gunzipSync } from 'node:zlib';

/**
 * Dynoxide 1.2.1 looks through all stream records at every write to find the next sequence number, and never trims
 * them: at 20,000 records a row takes ten times as long, and it goes on growing. An index mends the first and a
 * trigger the second, but neither can be made through its API. So a new database starts from this empty one: the file
 * the engine makes itself, and then, with the sqlite3 shell:
 *
 *   CREATE INDEX steward_stream_order ON _stream_records(table_name, CAST(sequence_number AS INTEGER));
 *   CREATE TRIGGER steward_stream_trim AFTER INSERT ON _stream_records WHEN NEW.id % 1000 = 0
 *     BEGIN DELETE FROM _stream_records WHERE id <= NEW.id - 20000; END;
 *   VACUUM; PRAGMA journal_mode = DELETE;
 *
 * A reader more than 20,000 records behind misses some, as one more than 24 hours behind does in AWS; the sweeper
 * finds what it missed. Used with exactly the version it was made by; any other starts from nothing.
 */
export const templateVersion = '1.2.1';

/** Bytes of the empty database file. */
export const emptyDatabase = (): Buffer => gunzipSync(Buffer.from(packed, 'base64'));

/** gzip, base64 */
const packed =
  'H4sIAAAAAAACA+3aQXPaRhQHcCk4gN1JSXPxdHzZSyZmnGRwMzl0Ws9UsdcuEyzbQk7iXDQCrfG2QrKlhdRHkkMumenn6nfptNce+4SEXQQY+1jm/xsY' +
  'hLRvtXq7WpCgedSQSrDTMOq6ir3QHmq6rv3EmKZpS/Qsa9eK2boRXZtvSXve1h9U/tHKpS9aZavyx1cvK18vG+W/y+9pBQAAAGiD1+XS2ouN8sdtFclO' +
  'R0SxEh/cyHNiFQm369Da7mg5Eu0w8uJtixs2Z7ZV39vjFpsSwIxdm7bUzSa3bHZgslwN7O3P3GQmf/tceuwx26zVamyL1dgrvlc32Q5vcKp/1zrYnxZo' +
  'cUZRP26N4p+x7yi+9gPj5s7gUam0+nJDHxzJwBO/5ZpGNYgoV2M5O5q6ucPfsWkBU9q/rtyWL5zA7YqnbNto2uuxuOiJoE3ret0WxRhNqtHmlJ9q9bBY' +
  'XN3Y0E+GQfGFT999nFH53NvSKLfGqwZnuY3rw/3Ru+qni/ulpMrP36YNGW9d7m1xrM58QtdXWA6lNGs6O7Tq+4Z1wl7zE2Yc2wd1k+ra56b9dCLqOiPM' +
  '5u9sZh7Q87jRmCwp+iJQtyr5q7iMnV/iMJhXMBAfHNl1O2mNk9tD37txe7735uwuPkvGCOVpTrk2ZVoJz6EvuaOMzi7ci2lsSo9yI9XlsOaxItXPbwql' +
  '1bU1/fdCmup0NGUvS+N9nK6c0rf5XvpPB09NvxO3z0TXnXegrqKzvtWjseqJUxlIJcMgnhfUieVE8clS/q1KZYNaBMnxXY/fHb5rHDdsVpsZ0Zc0dNTl' +
  'ubi5Yt9tCX9GEaV85yoBN5S5Q+PuNHBGU4CrermcX+3iibFt19/wJ5PBLen7Mug43dDLhsRVzKFx4hxyy7H40TFv2lOCz6OwL2PqFmqqOovCXufsvKdm' +
  'pcDtzOy9mNp/LtryVLbdpJtnVpEcadt341k1ecIXSQUONU2J9nDxDnmn0h4N9+BWh5O0JZsDJjf3aechnc/Jp9DE+B0/sZ8tFVeNNV1LP7HSKd/tqTCN' +
  'HZ3nm9nC/cGyPpwHBjJLRxicyk72cm98HkhXTpkH6NS+xQTQd/1ebpLONf3ejU3PmraZLRRG1/YPkgv5yp8aPQAAAAAAAABgATzSC9VKehfR6YsouVv0' +
  '/crw+v8vjR4AAAAAAAAAsBC+KVSXx28AJL//aw+RGQAAAAAAAIBFtoLrfwAAAAAAAICFh9//AQAAAAAAAHD9DwAAAAAAAAD/f/j/PwAAAAAAAMDi+xdU' +
  'dt9vAIAAAA==';
