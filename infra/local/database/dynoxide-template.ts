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
 *   PRAGMA default_cache_size = 32768; -- pages of 4 KB; 2 MB without it
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
  'H4sIAAAAAAACA+3aQXPaRhQH8FVwALuTkubi6fiyl07MOMngZnLopJ6pgtcuEyzbspzEvewI9Iw3ERKWFlzfSnvIJTP9XP0umfTaY0cI7CLA2Mcy/98F' +
  'Cb23Wr1dFkv46LCuNPHTMGq7mj9nD5lhsJ84Z4zlGWNFdq3AGFti7LfRvsHmy7NnTeNB6R9WLHxipa3SX1+9KH29bBb/Lv5S+MQAAACA9V8XC2vPN4q/' +
  'V3WkWi2KYk0XbuTJWEfktqWOVHu0HVEzjLy4agvTEdyxa7u7wuZTEri54wib16wjYTt83+KZFvjbn4XFLfH2mfL4d3yzUqnwLV7hr8RuzeLboi4cwXfs' +
  '/b1pibbgyuM/bo3yn/LvK5VK5SUX1nb/UaGw+mLD6B+qwKNfM10LI4+iTIvF4dXUrG3xjk9LmNL/de02fJKB26YnvGoeOesxnXcpaJIMuu0GRdw84jXL' +
  'EbvCLpcP8vnVjQ3jZJAUn/tKkxzFZ3YLo9qar+qCZw6uD84X03n5j/P7haTJj9+mHRnvXWY3P9ZmtqDrKzxDeaOu8wO7tmfaJ/y1OOHmsbNfs6q22BOW' +
  '82Qi67oi3BHvHG7tO9w6rtcnI6lHgb5V5Ae6jOX7OAzmBQZ0IVXbbaUtTh4Pfe/G49nRm3O6+CyZI8qbF9eMyNXkSVdfVXR2cDemSCqPAq305aDlsZDy' +
  'xze5wuramvFnLi11OpuGL0vjY5y+OWVss6P0nwGeWn4ZN8+o7c67UFfrSDW6mqRHpypQWoVBPC+pFauJ8Mko/1ZRw0lNQXJ91/N3W+yYx3WHV2Zm9BRd' +
  'SH3ZoZsb9t0G+TNCtPblVQFuiLlD5+40cUZLgKu7mZpfneKxWXVqb8TjyeSG8n0VtGQ79IZT4irnwDyRB8KWtjg8FkfOlOROFPZUrMKAPKnPorDbOut0' +
  '9awSuK2ZoxeTjDvUVKeq6SbDPLOJ5EqbvhvPaskjn5IGZCcKNTUHm3eoexhIj9pucKvLSfoyXAMmD/eoqcNIDr6FJubv+Af76VJ+1VwzWPqNlS75bleH' +
  'ae7oc7453LjfXzYG60BfDcsRBqeqNXy5N74OpG9OWQc+0OUtFoCe63czi3Sm6/du7Pqwa5vDjdzo3v5BciNf+sxKn/H3FwAAAAAAAMAieGTkyqX0KaLs' +
  'UZQ8LfphZXD//4WVvqA+AAAAAAAAAIvhm1x5efwBQPL7P3uIygAAAAAAAAAsshXc/wMAAAAAAAAsPPz+DwAAAAAAAID7fwAAAAAAAAD4/8P//wMAAAAA' +
  'AAAsvn8BWmRzAQCAAAA=';
