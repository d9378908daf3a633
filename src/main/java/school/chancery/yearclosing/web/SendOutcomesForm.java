package school.chancery.yearclosing.web;

/** Hands the class over as its rows were saved: nothing is sent along. */
record SendOutcomesForm() {}
