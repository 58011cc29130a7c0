import "server-only";

export { type OverdueKit, overdueKits } from "./store/custody/due";
export { kitCustody, kitIssues } from "./store/custody/subject";
export { activitiesToLayOut, hasKits, kitsInTheWay } from "./store/due-needs";
export { keepMovements } from "./store/keep-movements";
export { isKeptForKits, keepNeeds } from "./store/keep-needs";
export { kitDemand, kitNeeds, kitNeedsThatFollow } from "./store/needs-subject";
export { kitRecords, kitUnits, stockTakes } from "./store/units-subject";
