/** Something a person must put right before the database can start: one line that says what to do. */
export class EngineProblem extends Error {
  override readonly name = 'EngineProblem';
}
