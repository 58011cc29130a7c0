import "server-only";

export { activitiesToLayOut, hasKits, overdueKits } from "./store/due-needs";
export { keepMovements } from "./store/keep-movements";
export { isKeptForKits, keepNeeds } from "./store/keep-needs";
export { kitDemand, kitNeeds, kitNeedsThatFollow } from "./store/needs-subject";
export { kitRecords, kitUnits, stockTakes } from "./store/units-subject";
