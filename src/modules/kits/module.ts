export { type OverdueKit, overdueKits } from "./store/custody/due";
export { kitCustody, kitIssues } from "./store/custody/subject";
export { keepMovements } from "./store/keep-movements";
export { kitRecords, kitUnits, stockTakes } from "./store/units-subject";
