package school.chancery.students.web;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import school.chancery.organization.ClassSizes;
import school.chancery.organization.Organization;
import school.chancery.organization.Organizations;
import school.chancery.organization.SchoolClass;
import school.chancery.organization.SchoolClasses;
import school.chancery.organization.SchoolYears;
import school.chancery.people.GuardianCard;
import school.chancery.people.PupilCard;
import school.chancery.people.Pupils;
import school.chancery.students.Enrollments;

/** What the forms offer to choose from: id → text. */
@Component
@Transactional(readOnly = true)
class StudentChoices {
    private final SchoolClasses classes;
    private final SchoolYears years;
    private final ClassSizes sizes;
    private final Organizations organizations;
    private final Pupils pupils;
    private final Enrollments enrollments;

    StudentChoices(
            SchoolClasses classes,
            SchoolYears years,
            ClassSizes sizes,
            Organizations organizations,
            Pupils pupils,
            Enrollments enrollments) {
        this.classes = classes;
        this.years = years;
        this.sizes = sizes;
        this.organizations = organizations;
        this.pupils = pupils;
        this.enrollments = enrollments;
    }

    /** Classes of a year and grade, each with who is in it and how many it takes: «5Б — 24 из 28». */
    public Map<UUID, String> classes(UUID schoolYearId, @Nullable Integer grade, LocalDate day) {
        var present = sizes.on(List.of(schoolYearId), day);
        var names = new LinkedHashMap<UUID, String>();
        for (var each : classes.ofYear(schoolYearId)) {
            if (Objects.equals(each.grade(), grade) && each.isOpenOn(day)) names.put(each.id(), text(each, present));
        }
        return names;
    }

    /**
     * Where a pupil could go instead of their own class, of the running year and of any that is prepared already: in summer
     * a family asks for the coming one.
     */
    public Map<UUID, String> otherClasses(PupilCard pupil, LocalDate today) {
        var names = new LinkedHashMap<UUID, String>();
        for (var year : years.all(pupil.organizationId())) {
            if (year.endsOn().isBefore(today)) continue;
            var running = year.contains(today);
            enrollments.of(pupil.id(), running ? today : year.startsOn()).ifPresent(stay -> {
                var others = classes(year.id(), stay.grade(), running ? today : year.startsOn());
                others.remove(stay.classId());
                others.forEach((id, name) -> names.put(id, running ? name : year.label() + ": " + name));
            });
        }
        return names;
    }

    /** Likewise, of the year that has the day; empty when there is none. */
    public Map<UUID, String> classesOn(UUID organizationId, @Nullable Integer grade, LocalDate day) {
        return years.on(organizationId, day)
                .map(year -> classes(year.id(), grade, day))
                .orElse(Map.of());
    }

    /** Other schools of the same type and office. */
    public Map<UUID, String> schools(UUID organizationId) {
        var own = organizations.require(organizationId);
        var names = new LinkedHashMap<UUID, String>();
        for (Organization each : organizations.schoolsOf(Objects.requireNonNull(own.districtOfficeId()))) {
            if (each.type() == own.type() && !each.id().equals(organizationId)) names.put(each.id(), each.shortName());
        }
        return names;
    }

    /** Who is likely to have signed; null when nobody is on record. */
    public @Nullable String applicant(UUID pupilId) {
        return pupils.guardians(pupilId).stream()
                .filter(GuardianCard::legal)
                .findFirst()
                .map(guardian -> guardian.name().full())
                .orElse(null);
    }

    private static String text(SchoolClass each, Map<UUID, Integer> present) {
        var here = present.getOrDefault(each.id(), 0);
        return each.capacity() == null
                ? each.label() + " — " + here
                : each.label() + " — " + here + " / " + each.capacity();
    }
}
