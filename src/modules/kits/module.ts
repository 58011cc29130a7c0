export { type OverdueKit, overdueKits } from "./store/custody/due";
export { kitCustody, kitIssues } from "./store/custody/subject";
