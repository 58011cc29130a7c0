import { calendarInput, eventByIdInput, listEventsInput } from "@/modules/event-instances/inputs";
import { eventById } from "@/modules/event-instances/queries/event-by-id";
import { eventCalendar } from "@/modules/event-instances/queries/event-calendar";
import { listEvents } from "@/modules/event-instances/queries/list-events";
import { permitted, router } from "@/server/procedures";

export const eventsRouter = router({
  list: permitted("events.list")
    .input(listEventsInput)
    .query(({ ctx, input }) => listEvents(ctx.database, ctx.actor, input)),
  calendar: permitted("events.calendar")
    .input(calendarInput)
    .query(({ ctx, input }) => eventCalendar(ctx.database, ctx.actor, input)),
  byId: permitted("events.byId")
    .input(eventByIdInput)
    .query(({ ctx, input }) => eventById(ctx.database, ctx.actor, input.eventId)),
});
