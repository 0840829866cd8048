import type { HandlerOf } from '#http/route';
import type { Routes } from '#http/routes';
import type { wordsRoutes } from '#http/words-routes';
import type { createDescribeSiteForms } from '#usecases/describe-site-forms';
import type { PreviewMail } from '#usecases/preview-mail';

export interface WordsUseCases {
  readSiteForms: ReturnType<typeof createDescribeSiteForms>;
  previewMail: PreviewMail;
}

export const wordsHandlers = ({
  readSiteForms,
  previewMail,
}: WordsUseCases): { [Id in keyof typeof wordsRoutes]: HandlerOf<Routes[Id]> } => ({
  readSiteForms: ({ caller, params }) => readSiteForms(caller, params.site),
  previewMail: ({ caller, body }) => previewMail.preview(caller, body),
  testMail: ({ caller, body }) => previewMail.test(caller, body),
});
