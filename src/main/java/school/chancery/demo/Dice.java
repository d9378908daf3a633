package school.chancery.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/** Chance that falls the same way every time: the demo's people and even their ids are the same everywhere. */
final class Dice {
    private static final long VERSION_4 = 0x4000L;
    private static final long RFC_VARIANT = 0x8000_0000_0000_0000L;

    private final SplittableRandom random;

    Dice(long seed) {
        random = new SplittableRandom(seed);
    }

    <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    /** Both ends belong to it. */
    int between(int from, int to) {
        return random.nextInt(from, to + 1);
    }

    /** Both ends belong to it. */
    LocalDate day(LocalDate from, LocalDate to) {
        return LocalDate.ofEpochDay(random.nextLong(from.toEpochDay(), to.toEpochDay() + 1));
    }

    UUID id() {
        return new UUID(random.nextLong() & ~0xF000L | VERSION_4, random.nextLong() & ~(3L << 62) | RFC_VARIANT);
    }
}
