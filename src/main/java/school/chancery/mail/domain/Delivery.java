package school.chancery.mail.domain;

/** What became of handing a mail over; {@code answer} is what the server, or the way to it, said. */
sealed interface Delivery {
    String answer();

    record Accepted(String answer) implements Delivery {}

    /** Never again: the server said no for good, or the address is none. */
    record Refused(String answer) implements Delivery {}

    /**
     * To be tried again.
     *
     * @param maybeHandedOver the whole mail had left before the way broke: it may have arrived
     * @param serverAway no mail would have got through
     */
    record Postponed(String answer, boolean maybeHandedOver, boolean serverAway) implements Delivery {}
}
