-- The case page tells of facts that came when the case had ended.
create index ix_facts_too_late on workflow.facts (business_key) where state = 'TOO_LATE';
