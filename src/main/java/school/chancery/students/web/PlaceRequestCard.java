package school.chancery.students.web;

import org.jspecify.annotations.Nullable;
import school.chancery.students.domain.PlaceRequestView;

/**
 * A request for a place in words.
 *
 * @param from the school that asks
 * @param givenClass where the place was given; null before
 */
public record PlaceRequestCard(
        PlaceRequestView request,
        String name,
        String from,
        @Nullable String givenClass,
        @Nullable String order) {
    @Override
    public String toString() {
        return "PlaceRequestCard[" + request.id() + "]";
    }
}
