package school.chancery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** The product's clock in tests: runs like the real one until a test sets it, then stands still. */
public final class TestClock extends Clock {
    private volatile @Nullable Instant fixed;

    /** Stops the clock at a moment. */
    public void set(Instant moment) {
        fixed = moment;
    }

    /** Stops the clock at a moment later (or, with a negative duration, earlier) than now. */
    public void advance(Duration duration) {
        fixed = instant().plus(duration);
    }

    /** Lets the clock run again. */
    public void reset() {
        fixed = null;
    }

    @Override
    public Instant instant() {
        var moment = fixed;
        return moment == null ? Instant.now() : moment;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return zone.equals(getZone()) ? this : new Zoned(this, zone);
    }

    private static final class Zoned extends Clock {
        private final Clock source;
        private final ZoneId zone;

        private Zoned(Clock source, ZoneId zone) {
            this.source = source;
            this.zone = zone;
        }

        @Override
        public Instant instant() {
            return source.instant();
        }

        @Override
        public ZoneId getZone() {
            return zone;
        }

        @Override
        public Clock withZone(ZoneId other) {
            return source.withZone(other);
        }
    }
}
