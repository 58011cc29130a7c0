import { expect, test } from "vitest";
import { offerTermsSchema } from "./offer-terms-schema";
import { emptyTerms, type TermsValues } from "./offer-terms-values";

const read = (changes: Partial<TermsValues> = {}) =>
  offerTermsSchema.safeParse({ ...emptyTerms(true), ...changes });
const problems = (changes: Partial<TermsValues>) =>
  read(changes).error?.issues.map(({ path }) => path.join(".")) ?? [];

test("what is left empty is left to the server", () => {
  expect(read().data).toEqual({ instructions: "", offer: { autoNext: true } });
});

test("pay and moments are told as the server reads them, moments from the venue's clock", () => {
  const filled = {
    rate: "28,50",
    currency: "eur",
    answerDay: "2026-12-01",
    answerTime: "18:00",
    stopDay: "2026-12-04",
    stopTime: "09:00",
    autoNext: false,
    instructions: " Gate 3. ",
  };
  expect(read(filled).data).toMatchObject({
    offer: {
      compensation: { rate: 28.5, currency: "EUR" },
      responseDeadline: "2026-12-01T18:00",
      stopAt: "2026-12-04T09:00",
      autoNext: false,
    },
  });
});

test.each([
  ["pay without a currency", { rate: "20" }, ["currency"]],
  ["a currency without pay", { currency: "EUR" }, ["rate"]],
  ["a day without a time", { answerDay: "2026-12-01" }, ["answerTime"]],
  ["a time without a day", { stopTime: "10:00" }, ["stopDay"]],
  ["a pay that is no number", { rate: "much", currency: "EUR" }, ["rate"]],
  ["instructions without end", { instructions: "x".repeat(4001) }, ["instructions"]],
])("%s is asked for where it was typed", (_, changes, places) => {
  expect(problems(changes)).toEqual(places);
});
