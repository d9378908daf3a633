package school.chancery.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import school.chancery.people.PersonName;

/**
 * Children with one family name and one patronymic, and the adults on record for them.
 *
 * @param father whose name the children's patronymic comes from, on record or not
 */
record Family(FamilyName name, GivenName father, List<Guardian> guardians, List<DemoPerson> children) {
    private static final int MOST_CHILDREN = 3;
    private static final long DAYS_BETWEEN_CHILDREN = 500;

    Family(FamilyName name, GivenName father) {
        this(name, father, new ArrayList<>(), new ArrayList<>());
    }

    /** Whether a child of that birthday fits between the others. */
    boolean hasRoomFor(LocalDate bornOn) {
        return children.size() < MOST_CHILDREN
                && children.stream().allMatch(child -> isFarFrom(child, bornOn))
                && guardians.stream().allMatch(guardian -> guardian.couldHave(bornOn));
    }

    PersonName nameOf(GivenName child) {
        return new PersonName(name.of(child.sex()), child.text(), father.patronymic(child.sex()));
    }

    boolean hasChildNamed(GivenName given) {
        return children.stream().anyMatch(child -> child.name().given().equals(given.text()));
    }

    private static boolean isFarFrom(DemoPerson child, LocalDate bornOn) {
        return Math.abs(child.bornOn().toEpochDay() - bornOn.toEpochDay()) > DAYS_BETWEEN_CHILDREN;
    }
}
