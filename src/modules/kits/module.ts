export { keepMovements } from "./store/keep-movements";
export { kitRecords, kitUnits, stockTakes } from "./store/units-subject";
