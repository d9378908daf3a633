package school.chancery.orders.domain;

import org.jspecify.annotations.Nullable;

/**
 * A registration number as given.
 *
 * @param sequence null for a number of the past that follows no pattern of ours
 */
record OrderNumber(int year, @Nullable Integer sequence, String text) {}
