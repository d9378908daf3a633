package school.chancery.identity;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Why somebody has a role: nobody gets one except by a registered order or a recorded ground from outside.
 *
 * @param id the order's id for {@code ORDER}, null for grounds without a row of ours
 * @param text as it reads in the role list, e.g. «приказ № 01-05-034 от 09.01.2023»
 */
public record Ground(Kind kind, @Nullable UUID id, String text) {
    public enum Kind {
        ORDER,
        FOUNDER_ACT,
        FIRST_LOADING,
        KINSHIP,
        ENROLMENT,
        /** A paper that is no order: it ends a role, and never gives one. */
        DOCUMENT
    }

    public Ground {
        if (kind == Kind.ORDER && id == null) {
            throw new IllegalArgumentException("a ground by order names the order");
        }
    }
}
