package school.chancery.audit;

import java.util.function.Supplier;

/**
 * The actor of the current thread. Every transaction takes its row level security from here when it begins, so the
 * actor must be set before the transaction starts; changing it inside one has no effect on that transaction.
 */
public final class Acting {
    private static final ThreadLocal<Actor> CURRENT = new ThreadLocal<>();

    private Acting() {}

    /** The actor, {@link Actor#NOBODY} when none was set: forgetting to set one shows nothing rather than everything. */
    public static Actor current() {
        var actor = CURRENT.get();
        return actor == null ? Actor.NOBODY : actor;
    }

    public static void as(Actor actor, Runnable act) {
        as(actor, () -> {
            act.run();
            return true;
        });
    }

    public static <T> T as(Actor actor, Supplier<T> act) {
        var before = CURRENT.get();
        CURRENT.set(actor);
        try {
            return act.get();
        } finally {
            if (before == null) {
                CURRENT.remove();
            } else {
                CURRENT.set(before);
            }
        }
    }
}
