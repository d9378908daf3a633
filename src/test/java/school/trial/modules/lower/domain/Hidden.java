package school.trial.modules.lower.domain;

/** Not in the root of its module. */
public class Hidden {}
