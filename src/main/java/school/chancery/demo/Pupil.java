package school.chancery.demo;

import java.time.LocalDate;
import java.util.UUID;

/** A child in a group, with the family that answers for them. */
record Pupil(UUID id, DemoPerson person, Group group, LocalDate admittedOn, Family family) {}
