import { expect, test } from "vitest";
import { problemsOf } from "./request-checks";
import { emptyActivity, emptyDate, emptyRequest, type RequestValues, toWish } from "./request-values";

const venue = "0199f7a0-0000-7000-8000-000000000001";

function filled(change: (values: RequestValues) => void = () => undefined): RequestValues {
  const values = emptyRequest();
  values.title = "Tea tasting";
  values.locationIds = [venue];
  values.schedule.dates = [{ date: "2027-03-06", start: "10:00", length: 240 }];
  values.plan.activities = [{ ...emptyActivity(), type: "Sampling" }];
  change(values);
  return values;
}

const ALL = ["title", "locationIds", "schedule", "plan", "contact", "notes"] as const;
const found = (values: RequestValues, as: "draft" | "request" = "request") =>
  problemsOf(values, ALL, as).map(({ path, message }) => `${path.join(".")}: ${message}`);

test("a filled request has no problems", () => {
  expect(found(filled())).toEqual([]);
});

test("an empty request names everything it lacks, an empty draft only title and venue", () => {
  expect(found(emptyRequest())).toEqual([
    "title: Enter a title.",
    "locationIds.0: Choose a venue.",
    "schedule.dates.0.date: Add at least one date.",
    "plan.activities.0.type: Say what is to happen: plan at least one activity.",
  ]);
  expect(found(emptyRequest(), "draft")).toEqual(["title: Enter a title.", "locationIds.0: Choose a venue."]);
});

test("a date that cannot be read is shown at its own row, past rows that ask for nothing", () => {
  const values = filled((request) => {
    request.schedule.dates = [emptyDate(), { date: "31 Feb 2027", start: "25:00", length: "soon" }];
  });
  expect(problemsOf(values, ["schedule"], "request").map(({ path }) => path.join("."))).toEqual([
    "schedule.dates.1.date",
    "schedule.dates.1.start",
    "schedule.dates.1.length",
  ]);
});

test("problems come in the order of the fields from top to bottom", () => {
  const values = filled((request) => {
    request.schedule.kind = "recurring";
    request.plan.activities = [
      {
        ...emptyActivity(),
        description: "Tea",
        length: "",
        roles: [{ role: "", headcount: 1 }],
        kits: [{ kitTemplateId: "", quantity: 1 }],
      },
    ];
  });
  expect(problemsOf(values, ["schedule", "plan"], "request").map(({ path }) => path.at(-1))).toEqual([
    "firstDate",
    "lastDate",
    "start",
    "type",
    "length",
    "role",
    "kitTemplateId",
  ]);
});

test("a series that ends before it begins is shown at its last date", () => {
  const values = filled((request) => {
    request.schedule.kind = "recurring";
    Object.assign(request.schedule.series, {
      firstDate: "2027-03-06",
      start: "10:00",
      lastDate: "2027-03-01",
    });
  });
  expect(found(values)).toEqual([
    "schedule.series.lastDate: The last date is before the first. Move one of them.",
  ]);
});

test("what the command's own schema refuses is shown at the form's field", () => {
  const values = filled((request) => {
    const [activity] = request.plan.activities;
    if (activity) activity.roles = [{ role: "Host", headcount: 0 }];
    request.schedule.dates = [emptyDate(), { date: "2027-03-06", start: "10:00", length: 2_000_000 }];
    request.contact.email = "not an address";
  });
  expect(found(values)).toEqual([
    "schedule.dates.1.length: This lasts too long for one date. Split it.",
    "plan.activities.0.roles.0.headcount: Ask for one person at least, or remove the role.",
    "contact.email: Enter an e-mail address such as name@example.com.",
  ]);
});

test("rows that ask for nothing are left out of what is sent, and so is an empty contact", () => {
  const wish = toWish(filled((request) => request.schedule.dates.push(emptyDate())));
  expect(wish.schedule).toEqual({
    kind: "dates",
    dates: [{ localStart: "2027-03-06T10:00", durationMinutes: 240 }],
  });
  expect(wish.contact).toBeNull();
});

test("a plan that nobody touched is sent as none, one with a second activity whole", () => {
  expect(toWish(filled((request) => (request.plan.activities = [emptyActivity()]))).plan.activities).toEqual(
    [],
  );
  const two = filled((request) => request.plan.activities.push(emptyActivity()));
  expect(toWish(two).plan.activities).toHaveLength(2);
  expect(found(two)).toEqual(["plan.activities.1.type: Enter what kind of activity this is."]);
});
