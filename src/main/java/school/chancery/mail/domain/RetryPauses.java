package school.chancery.mail.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Growing pauses between tries: a server that is down for a minute costs a minute, one down for a day no storm. */
record RetryPauses(Duration first, Duration longest, Duration giveUpAfter) {

    /**
     * @param attempts made so far, at least 1
     * @return when to try again; empty = the time for trying is over
     */
    Optional<Instant> next(int attempts, Instant firstAttempt, Instant now) {
        if (!now.isBefore(firstAttempt.plus(giveUpAfter))) return Optional.empty();
        return Optional.of(now.plus(pause(attempts)));
    }

    private Duration pause(int attempts) {
        var doublings = Math.min(attempts - 1, 30);
        var seconds = Math.min(first.toSeconds() << doublings, longest.toSeconds());
        return Duration.ofSeconds(seconds);
    }
}
