package school.chancery.journal;

import java.util.UUID;

/** The clock of a pupil's debts stood still: their terms end later. Published in the transaction that moved them. */
public record DebtTermMoved(UUID organizationId, UUID pupilId) {}
