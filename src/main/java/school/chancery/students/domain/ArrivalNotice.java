package school.chancery.students.domain;

import java.time.LocalDate;

/**
 * The notice that closes a transfer.
 *
 * @param number of the order of enrolment
 * @param on its date
 * @param from the school that enrolled
 */
public record ArrivalNotice(NoticeChannel channel, String number, LocalDate on, String from) {}
