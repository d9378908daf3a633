package school.chancery.yearclosing.process;

/** Whether a plan rests on registered orders. */
enum OrdersIssued {
    YES,
    NO
}
