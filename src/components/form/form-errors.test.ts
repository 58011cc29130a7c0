import { expect, it } from "vitest";
import { inPageOrder, listFormErrors } from "./form-errors";

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

it("orders errors as their fields stand on the page, whatever was found first", () => {
  const [start, title, list] = ["start", "title", "dates"].map((name) => ({
    name,
    message: `Enter ${name}.`,
  }));
  if (!start || !title || !list) throw new Error("three errors");
  expect(inPageOrder([list, start, title], ["title", "start"])).toEqual([title, start, list]);
});
