-- Serves the search by a registered field of the payload (catalog/searchable-fields.ts): one walk along an index in
-- the order of the log, as for type, actor and source. Each index is on the leaves of one category, and holds only the
-- facts that have the field: few, so that the others pay for no entry.

CREATE INDEX event_log_event_severity_idx ON event_log_event ((payload #>> '{severity}'), recorded_at, position)
  WHERE (payload #>> '{severity}') IS NOT NULL;
CREATE INDEX event_log_event_issue_type_idx ON event_log_event ((payload #>> '{issueType}'), recorded_at, position)
  WHERE (payload #>> '{issueType}') IS NOT NULL;
CREATE INDEX event_log_activity_issue_type_idx ON event_log_activity ((payload #>> '{issueType}'), recorded_at, position)
  WHERE (payload #>> '{issueType}') IS NOT NULL;
CREATE INDEX event_log_kit_issue_type_idx ON event_log_kit ((payload #>> '{issueType}'), recorded_at, position)
  WHERE (payload #>> '{issueType}') IS NOT NULL;
CREATE INDEX event_log_location_issue_type_idx ON event_log_location ((payload #>> '{issueType}'), recorded_at, position)
  WHERE (payload #>> '{issueType}') IS NOT NULL;
CREATE INDEX event_log_activity_impact_level_idx ON event_log_activity ((payload #>> '{impactLevel}'), recorded_at, position)
  WHERE (payload #>> '{impactLevel}') IS NOT NULL;
CREATE INDEX event_log_kit_impact_level_idx ON event_log_kit ((payload #>> '{impactLevel}'), recorded_at, position)
  WHERE (payload #>> '{impactLevel}') IS NOT NULL;
CREATE INDEX event_log_location_impact_level_idx ON event_log_location ((payload #>> '{impactLevel}'), recorded_at, position)
  WHERE (payload #>> '{impactLevel}') IS NOT NULL;
CREATE INDEX event_log_kit_needs_immediate_idx ON event_log_kit ((payload #>> '{needsImmediate}'), recorded_at, position)
  WHERE (payload #>> '{needsImmediate}') IS NOT NULL;
CREATE INDEX event_log_location_needs_immediate_idx ON event_log_location ((payload #>> '{needsImmediate}'), recorded_at, position)
  WHERE (payload #>> '{needsImmediate}') IS NOT NULL;
CREATE INDEX event_log_kit_condition_idx ON event_log_kit ((payload #>> '{condition}'), recorded_at, position)
  WHERE (payload #>> '{condition}') IS NOT NULL;
CREATE INDEX event_log_event_met_expectations_idx ON event_log_event ((payload #>> '{outcomes,metExpectations}'), recorded_at, position)
  WHERE (payload #>> '{outcomes,metExpectations}') IS NOT NULL;
CREATE INDEX event_log_booking_needs_reapproval_idx ON event_log_booking ((payload #>> '{needsReapproval}'), recorded_at, position)
  WHERE (payload #>> '{needsReapproval}') IS NOT NULL;
CREATE INDEX event_log_activity_role_idx ON event_log_activity ((payload #>> '{role}'), recorded_at, position)
  WHERE (payload #>> '{role}') IS NOT NULL;
CREATE INDEX event_log_staff_role_idx ON event_log_staff ((payload #>> '{role}'), recorded_at, position)
  WHERE (payload #>> '{role}') IS NOT NULL;
CREATE INDEX event_log_activity_activity_type_idx ON event_log_activity ((payload #>> '{activityType}'), recorded_at, position)
  WHERE (payload #>> '{activityType}') IS NOT NULL;
CREATE INDEX event_log_event_task_id_idx ON event_log_event ((payload #>> '{taskId}'), recorded_at, position)
  WHERE (payload #>> '{taskId}') IS NOT NULL;
CREATE INDEX event_log_directory_record_type_idx ON event_log_directory ((payload #>> '{recordType}'), recorded_at, position)
  WHERE (payload #>> '{recordType}') IS NOT NULL;
CREATE INDEX event_log_system_handler_idx ON event_log_system ((payload #>> '{handler}'), recorded_at, position)
  WHERE (payload #>> '{handler}') IS NOT NULL;
