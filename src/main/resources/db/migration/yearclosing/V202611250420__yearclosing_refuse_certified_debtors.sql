-- Whoever owes something of this year or an earlier one is not admitted to the final examination and holds no certificate
-- of the level (ст. 59, 66).
alter table yearclosing.outcomes
    add constraint ck_outcomes_certified check (not (certified and (owing or term_over)));
