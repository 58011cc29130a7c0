import { asAdmin, type FullInput, key } from "./full-input";
import type { MatrixWorld } from "./world";
import type { Permission } from "@/server/permissions";
import { clientId } from "@/testing/builders/actors";
import { people } from "./actors";
import { fullAvailability } from "./staffing-people-probes";
import { planRange } from "./staffing-plan-rows";
import { spareAgentId } from "./staffing-rows";

const terms = {
  responseDeadline: "2035-05-01T00:00:00Z",
  compensation: { rate: 28.5, currency: "USD", estimatedHours: 2 },
  autoNext: true,
  stopAt: "2035-05-01T00:00:00Z",
};
const shiftFilter = {
  from: "2035-06-01T00:00:00Z",
  to: "2035-06-08T00:00:00Z",
  role: "Promoter",
  clientId,
  managerId: people.manager.id,
  timeZone: "America/New_York",
};
const here = { latitude: 40.7536, longitude: -73.9832, accuracy: 12 };

/** Of shifts: who is asked, who comes, and for how long. */
export function fullStaffingInputs(world: MatrixWorld): Readonly<Partial<Record<Permission, FullInput>>> {
  const version = { version: 1 };
  const override = { reason: "Agreed by phone." };
  return {
    "staffing.board": asAdmin({ ...shiftFilter, q: "agent", onlyConflicts: true, page: 1 }),
    "staffing.conflicts": asAdmin(shiftFilter),
    "staffing.listForEvent": asAdmin({ eventId: world.managedEventId }),
    "staffing.byId": asAdmin({ assignmentId: world.shifts.managed }),
    "staffing.previewMove": asAdmin({ eventId: world.managedEventId, newDate: "2035-05-05T10:00" }),
    "staffing.previewRelease": asAdmin({ eventId: world.managedEventId }),
    "staffing.joinStandby": asAdmin({ ...key, slotId: world.slots.managed, userId: spareAgentId }),
    "staffing.candidates": asAdmin({ slotId: world.slots.managed, userIds: [spareAgentId], limit: 10 }),
    "staffing.person": asAdmin({ userId: people.agent.id }),
    "staffing.availability": asAdmin({ userId: people.agent.id }),
    "staffing.setAvailability": asAdmin({
      ...key,
      userId: people.agent.id,
      version: 0,
      ...fullAvailability,
    }),
    "staffing.propose": asAdmin({ ...key, ...planRange, seconds: 5 }),
    "staffing.plan": asAdmin({ planId: world.plans.admin }),
    "staffing.setSeat": asAdmin({
      ...key,
      planId: world.plans.admin,
      slotId: world.slots.managed,
      userId: spareAgentId,
    }),
    "staffing.publishPlan": asAdmin({
      ...key,
      planId: world.plans.admin,
      ...version,
      responseDeadline: terms.responseDeadline,
    }),
    "staffing.createAssignment": asAdmin({
      ...key,
      assignments: [{ slotId: world.slots.managed, userId: spareAgentId }],
      instructions: "Wear closed shoes.",
      offer: terms,
    }),
    "staffing.offer": asAdmin({ ...key, assignmentIds: [world.shifts.managed], ...terms }),
    "staffing.accept": asAdmin({
      ...key,
      assignmentId: world.shifts.managed,
      notes: "I come by bicycle.",
      override,
    }),
    "staffing.reject": asAdmin({
      ...key,
      assignmentId: world.shifts.managed,
      reason: "Away that day.",
      isAvailableForFuture: true,
    }),
    "staffing.withdraw": asAdmin({ ...key, assignmentId: world.shifts.managed, reason: "Not needed." }),
    "staffing.crew": asAdmin({ eventId: world.managedEventId }),
    "staffing.eventCode": asAdmin({ eventId: world.managedEventId }),
    "staffing.timesheet": asAdmin({
      from: "2035-06-01",
      to: "2035-06-30",
      userId: people.agent.id,
      eventId: world.managedEventId,
      state: "recorded",
    }),
    "staffing.checkIn": asAdmin({
      ...key,
      assignmentId: world.attended.due,
      verificationMethod: "manager",
      location: here,
      deviceTime: "2035-06-01T09:50:00Z",
      code: "123456",
      reason: "Her phone is broken.",
    }),
    "staffing.askCheckIn": asAdmin({
      ...key,
      assignmentId: world.attended.due,
      location: here,
      deviceTime: "2035-06-01T09:50:00Z",
    }),
    "staffing.checkOut": asAdmin({
      ...key,
      assignmentId: world.attended.inside,
      location: here,
      deviceTime: "2035-06-01T18:00:00Z",
      breakMinutes: 10,
      reason: "A headache.",
      feedback: "A good crowd.",
    }),
    "staffing.reportNoShow": asAdmin({
      ...key,
      assignmentId: world.attended.due,
      consequenceLevel: "warning",
      notes: "No answer by phone.",
    }),
    "staffing.correctHours": asAdmin({
      ...key,
      assignmentId: world.attended.worked.managed,
      hoursWorked: 7.5,
      reason: "The break was not entered.",
    }),
    "staffing.approveHours": asAdmin({ ...key, assignmentIds: [world.attended.worked.managed] }),
  };
}
