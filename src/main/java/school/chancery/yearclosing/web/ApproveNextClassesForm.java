package school.chancery.yearclosing.web;

/** Approves the classes as they stand: nothing is sent along. */
record ApproveNextClassesForm() {}
