import { expect, it } from "vitest";
import { listFormErrors } from "./form-errors";

it("lists nested errors by path, without the elements they belong to", () => {
  const errors = {
    title: { type: "too_small", message: "Enter a title.", ref: { message: "not this one" } },
    dates: [undefined, { start: { type: "custom", message: "Enter a start." } }],
  };
  expect(listFormErrors(errors as never)).toEqual([
    { name: "title", message: "Enter a title." },
    { name: "dates.1.start", message: "Enter a start." },
  ]);
});

it("names a whole list by its own path", () => {
  const errors = { dates: { root: { type: "too_small", message: "Add a date." } } };
  expect(listFormErrors(errors as never)).toEqual([{ name: "dates", message: "Add a date." }]);
});
