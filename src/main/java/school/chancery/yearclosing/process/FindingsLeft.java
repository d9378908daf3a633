package school.chancery.yearclosing.process;

/** Whether the checks found something that must be mended, or explained and is not yet. */
enum FindingsLeft {
    LEFT,
    NONE
}
