package school.chancery.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import school.chancery.ChanceryTest;
import school.chancery.TestDatabase;
import school.chancery.audit.Acting;
import school.chancery.audit.Actor;

/** Each rule of a school's register twice: refused in words by the product, and by the database whoever writes. */
@ChanceryTest
class SchoolRegisterIntegrationTests {
    private static final LocalDate SEPTEMBER = LocalDate.of(2026, 9, 1);
    private static final LocalDate AUGUST = LocalDate.of(2027, 8, 31);
    private static final List<Period> HALVES = List.of(
            new Period(SEPTEMBER, LocalDate.of(2026, 12, 28)),
            new Period(LocalDate.of(2027, 1, 11), LocalDate.of(2027, 5, 26)));
    private static final String YEAR =
            "insert into organization.school_years (id, organization_id, starts_on, ends_on) values (gen_random_uuid(), ?, ?::date, ?::date)";
    private static final String TERM = """
            insert into organization.terms (id, organization_id, school_year_id, year_starts_on, year_ends_on, scheme, number,
                grade_from, grade_to, starts_on, ends_on)
            select gen_random_uuid(), organization_id, id, starts_on, ends_on, ?, ?, ?, ?, ?::date, ?::date
            from organization.school_years where id = ?""";
    private static final String CLASS = """
            insert into organization.classes (id, organization_id, school_year_id, kind, grade, letter, label)
            select gen_random_uuid(), organization_id, id, ?, ?, ?, ? from organization.school_years where id = ?""";

    @Autowired
    private Organizations organizations;

    @Autowired
    private SchoolYears years;

    @Autowired
    private Terms terms;

    @Autowired
    private Subjects subjects;

    @Autowired
    private SchoolClasses classes;

    @Autowired
    private ClassLinks links;

    @Autowired
    private Subgroups subgroups;

    private final JdbcTemplate rows = new JdbcTemplate(TestDatabase.shared().owner());
    private Organization office;
    private Organization school;
    private UUID year;

    @BeforeEach
    void openAYear() {
        var made = new TestOrganizations(organizations);
        office = made.office();
        school = made.school(office);
        year = done(in(school, () -> years.open(new NewSchoolYear(school.id(), SEPTEMBER, AUGUST))));
    }

    @Test
    void theYearOfADayFollowsFromItsDates() {
        var found = in(school, () -> years.on(school.id(), LocalDate.of(2027, 7, 15)));
        assertThat(found).map(SchoolYear::id).contains(year);
        assertThat(found).map(SchoolYear::label).contains("2026/2027");
        assertThat(found).map(SchoolYear::referenceDay).contains(LocalDate.of(2026, 9, 20));
        assertThat(in(school, () -> years.on(school.id(), LocalDate.of(2027, 9, 1))))
                .isEmpty();
    }

    @Test
    void theFollowingYearIsTheOneThatBeginsAYearLater() {
        var next = openNextYear();
        assertThat(in(school, () -> years.following(year))).map(SchoolYear::id).contains(next);
        assertThat(in(school, () -> years.following(next))).isEmpty();
        assertThat(in(school, () -> years.all(school.id())))
                .extracting(SchoolYear::label)
                .containsExactly("2027/2028", "2026/2027");
    }

    @Test
    void twoYearsOfASchoolDoNotOverlap() {
        assertThat(reasons(opened(LocalDate.of(2027, 8, 31), LocalDate.of(2028, 8, 31))))
                .containsExactly(new Refusal("startsOn", "organization.years.dates.overlap"));
        assertThatThrownBy(() -> rows.update(YEAR, school.id(), "2027-08-31", "2028-08-31"))
                .hasMessageContaining("uq_school_years_overlap");
    }

    @Test
    void aYearEndsInTheNextCalendarYearAndIsAboutAYearLong() {
        assertThat(reasons(opened(LocalDate.of(2027, 9, 1), LocalDate.of(2027, 12, 31))))
                .containsExactly(new Refusal("endsOn", "organization.years.dates.calendar"));
        assertThat(reasons(opened(LocalDate.of(2027, 12, 1), LocalDate.of(2028, 1, 31))))
                .containsExactly(new Refusal("endsOn", "organization.years.dates.length"));
        assertThat(reasons(opened(LocalDate.of(1999, 9, 1), LocalDate.of(2000, 8, 31))))
                .containsExactly(new Refusal("startsOn", "organization.years.dates.out-of-range"));
        assertThatThrownBy(() -> rows.update(YEAR, school.id(), "2027-09-01", "2027-12-31"))
                .hasMessageContaining("ck_school_years_ends_on");
        assertThatThrownBy(() -> rows.update(YEAR, school.id(), "2027-12-01", "2028-01-31"))
                .hasMessageContaining("ck_school_years_length");
    }

    @Test
    void aYearIsNotMovedAwayFromItsTermsOrByWhoeverSawItOld() {
        plan(new TermPlan(TermScheme.HALF_YEAR, 10, 11, HALVES));
        assertThat(reasons(in(school, () -> years.reschedule(year, version(), LocalDate.of(2026, 9, 2), AUGUST))))
                .containsExactly(new Refusal("startsOn", "organization.years.dates.terms"));
        assertThat(in(school, () -> years.reschedule(year, 0, SEPTEMBER, LocalDate.of(2027, 8, 30))))
                .isInstanceOf(Outcome.Stale.class);
        done(in(school, () -> years.reschedule(year, version(), SEPTEMBER, LocalDate.of(2027, 8, 30))));
        assertThatThrownBy(() ->
                        rows.update("update organization.school_years set starts_on = '2026-09-02' where id = ?", year))
                .hasMessageContaining("ck_terms_within_year");
    }

    @Test
    void aYearIsNotMovedAwayFromWhatOtherModulesKeepInIt() {
        rows.execute("""
                create table organization.trial_of_years (day date, year_id uuid, school_id uuid, s date, e date,
                    constraint fk_trial_of_years_year_id foreign key (year_id, school_id, s, e) references
                        organization.school_years (id, organization_id, starts_on, ends_on) on update cascade,
                    constraint ck_trial_of_years_day check (day between s and e))""");
        try {
            rows.update(
                    "insert into organization.trial_of_years select '2026-09-01', id, organization_id, starts_on, ends_on"
                            + " from organization.school_years where id = ?",
                    year);
            assertThat(reasons(in(school, () -> years.reschedule(year, version(), LocalDate.of(2026, 9, 2), AUGUST))))
                    .containsExactly(new Refusal("startsOn", "organization.years.dates.in-use"));
            assertThat(version()).isZero();
        } finally {
            rows.execute("drop table organization.trial_of_years");
        }
    }

    @Test
    void gradesMayBeTaughtByDifferentTerms() {
        plan(new TermPlan(TermScheme.HALF_YEAR, 10, 11, HALVES));
        plan(new TermPlan(TermScheme.QUARTER, 1, 9, quarters(LocalDate.of(2026, 10, 25))));
        assertThat(in(school, () -> terms.of(year, 9)))
                .extracting(Term::scheme, Term::number)
                .hasSize(4);
        assertThat(in(school, () -> terms.of(year, 11)))
                .extracting(Term::number)
                .containsExactly(1, 2);
    }

    @Test
    void termsThatMoveThroughEachOthersDaysKeepTheirIds() {
        plan(new TermPlan(TermScheme.QUARTER, 1, 9, quarters(LocalDate.of(2026, 10, 5))));
        var before = in(school, () -> terms.of(year, 5));
        plan(new TermPlan(TermScheme.QUARTER, 1, 9, quarters(LocalDate.of(2026, 11, 25))));
        var after = in(school, () -> terms.of(year, 5));
        assertThat(after)
                .extracting(Term::id)
                .isEqualTo(before.stream().map(Term::id).toList());
        assertThat(after.get(0).period().endsOn()).isEqualTo("2026-11-25");
        plan(new TermPlan(TermScheme.HALF_YEAR, 1, 9, HALVES));
        assertThat(in(school, () -> terms.of(year, 5))).hasSize(2);
        done(in(school, () -> terms.withdraw(year, version(), 1, 9)));
        assertThat(in(school, () -> terms.ofYear(year))).isEmpty();
    }

    @Test
    void termsOfAGradeDoNotOverlapNorLieOutsideTheYear() {
        var overlapping = List.of(HALVES.get(0), new Period(LocalDate.of(2026, 12, 28), LocalDate.of(2027, 5, 26)));
        assertThat(reasons(planned(new TermPlan(TermScheme.HALF_YEAR, 10, 11, overlapping))))
                .containsExactly(new Refusal("periods[1].startsOn", "organization.terms.dates.overlap"));
        var outside = List.of(HALVES.get(0), new Period(LocalDate.of(2027, 1, 11), LocalDate.of(2027, 9, 1)));
        assertThat(reasons(planned(new TermPlan(TermScheme.HALF_YEAR, 10, 11, outside))))
                .containsExactly(new Refusal("periods[1].endsOn", "organization.terms.dates.outside"));
        var backwards = List.of(HALVES.get(0), new Period(LocalDate.of(2027, 5, 26), LocalDate.of(2027, 1, 11)));
        assertThat(reasons(planned(new TermPlan(TermScheme.HALF_YEAR, 10, 11, backwards))))
                .containsExactly(new Refusal("periods[1].endsOn", "organization.terms.dates.backwards"));
        assertThat(reasons(planned(new TermPlan(TermScheme.QUARTER, 12, 0, HALVES))))
                .extracting(Refusal::code)
                .containsExactly(
                        "organization.terms.grade.out-of-range",
                        "organization.terms.grade.out-of-range",
                        "organization.terms.scheme.count");
        plan(new TermPlan(TermScheme.HALF_YEAR, 10, 11, HALVES));
        insertTerm("HALF_YEAR", 1, 8, 8, "2026-09-01", "2026-12-28");
        assertThatThrownBy(() -> insertTerm("HALF_YEAR", 2, 8, 9, "2026-12-28", "2027-01-10"))
                .hasMessageContaining("uq_terms_overlap");
        assertThatThrownBy(() -> insertTerm("HALF_YEAR", 1, 10, 10, "2027-06-01", "2027-06-02"))
                .hasMessageContaining("uq_terms_number");
        assertThatThrownBy(() -> insertTerm("HALF_YEAR", 1, 1, 1, "2027-08-01", "2027-09-01"))
                .hasMessageContaining("ck_terms_within_year");
        assertThatThrownBy(() -> insertTerm("HALF_YEAR", 1, 1, 1, "2027-02-01", "2027-01-01"))
                .hasMessageContaining("ck_terms_dates");
        assertThatThrownBy(() -> insertTerm("HALF_YEAR", 3, 1, 1, "2027-02-01", "2027-03-01"))
                .hasMessageContaining("ck_terms_number");
        assertThatThrownBy(() -> insertTerm("HALF_YEAR", 1, 2, 12, "2027-02-01", "2027-03-01"))
                .hasMessageContaining("ck_terms_grades");
    }

    @Test
    void aGradeIsTaughtByOneSchemeTheWholeYear() {
        plan(new TermPlan(TermScheme.HALF_YEAR, 10, 11, HALVES));
        assertThat(reasons(planned(new TermPlan(TermScheme.QUARTER, 5, 10, quarters(LocalDate.of(2026, 10, 25))))))
                .containsExactly(new Refusal("gradeFrom", "organization.terms.grade.overlap"));
        assertThatThrownBy(() -> insertTerm("QUARTER", 4, 11, 11, "2027-05-27", "2027-05-30"))
                .hasMessageContaining("uq_terms_scheme");
    }

    @Test
    void aPlanMadeOnAnOldPageIsRefused() {
        plan(new TermPlan(TermScheme.HALF_YEAR, 10, 11, HALVES));
        assertThat(in(school, () -> terms.plan(year, 0, new TermPlan(TermScheme.HALF_YEAR, 9, 9, HALVES))))
                .isInstanceOf(Outcome.Stale.class);
        assertThat(in(school, () -> terms.withdraw(year, 0, 10, 11))).isInstanceOf(Outcome.Stale.class);
    }

    @Test
    void aSubjectHasOneNameAndACodeOfItsOwn() {
        var physics = done(in(school, () -> subjects.add(school.id(), "Физика", "Физика")));
        var chess = done(in(school, () -> subjects.add(school.id(), " Шахматы в школе ", "Шахматы")));
        assertThat(in(school, () -> subjects.find(physics))).map(Subject::code).contains("physics");
        assertThat(in(school, () -> subjects.find(chess))).map(Subject::code).contains("shakhmaty-v-shkole");
        assertThat(in(school, () -> subjects.byCode(school.id(), "physics"))).isPresent();
        assertThat(reasons(in(school, () -> subjects.add(school.id(), "ФИЗИКА", "Ф"))))
                .containsExactly(new Refusal("name", "organization.subjects.name.taken"));
        assertThat(reasons(in(school, () -> subjects.add(school.id(), " ", "Ф".repeat(31)))))
                .extracting(Refusal::field)
                .containsExactly("name", "shortName");
        assertThatThrownBy(() -> insertSubject("physics-2", "ФИЗИКА"))
                .hasMessageContaining("uq_subjects_organization_id_name");
        assertThatThrownBy(() -> insertSubject("physics", "Физика II"))
                .hasMessageContaining("uq_subjects_organization_id_code");
        assertThatThrownBy(() -> insertSubject("Физика", "Физика III")).hasMessageContaining("ck_subjects_code");
        assertThatThrownBy(() -> insertSubject("blank", " ")).hasMessageContaining("ck_subjects_name");
    }

    @Test
    void aRetiredSubjectStaysAndTheUsualOnesAreAddedOnce() {
        var physics = done(in(school, () -> subjects.add(school.id(), "Физика", "Физика")));
        assertThat(in(school, () -> subjects.addUsual(school.id()))).isGreaterThan(20);
        assertThat(in(school, () -> subjects.addUsual(school.id()))).isZero();
        done(in(school, () -> subjects.retire(physics, 0)));
        assertThat(in(school, () -> subjects.of(school.id())))
                .last()
                .satisfies(last -> assertThat(last.id()).isEqualTo(physics));
        assertThat(in(school, () -> subjects.rename(physics, 0, "Физика и астрономия", "Физика")))
                .isInstanceOf(Outcome.Stale.class);
        done(in(school, () -> subjects.restore(physics, 1)));
        done(in(school, () -> subjects.rename(physics, 2, "Физика и астрономия", "Физика")));
    }

    @Test
    void aClassIsNamedByGradeAndLetterAGroupByItsName() {
        var fifth = done(open(ClassKind.CLASS, 5, "а", null));
        done(open(ClassKind.CLASS, 11, null, null));
        done(open(ClassKind.GROUP, null, null, "Ромашка"));
        done(open(ClassKind.ASSOCIATION, null, null, "Хор"));
        assertThat(in(school, () -> classes.ofYear(year)))
                .extracting(SchoolClass::label)
                .containsExactly("5А", "11", "Ромашка", "Хор");
        assertThat(in(school, () -> classes.byLabel(year, " 5а ")))
                .map(SchoolClass::id)
                .contains(fifth);
    }

    @Test
    void twoClassesOfAYearHaveDifferentNames() {
        done(open(ClassKind.CLASS, 5, "А", null));
        assertThat(reasons(open(ClassKind.CLASS, 5, "а", null)))
                .containsExactly(new Refusal("letter", "organization.classes.label.taken"));
        assertThatThrownBy(() -> insertClass("CLASS", 5, "А", "5А"))
                .hasMessageContaining("uq_classes_school_year_id_label");
        done(open(ClassKind.GROUP, null, null, "Ромашка"));
        assertThatThrownBy(() -> insertClass("GROUP", null, null, "РОМАШКА"))
                .hasMessageContaining("uq_classes_school_year_id_label");
        var row = List.of(draft(7, "А"), draft(7, "Б"), draft(5, "А"));
        assertThat(reasons(in(school, () -> classes.open(year, row))))
                .containsExactly(new Refusal("letter", "organization.classes.label.taken"));
        assertThat(in(school, () -> classes.ofYear(year))).hasSize(2);
    }

    @Test
    void onlyAClassHasAGradeAndALetter() {
        assertThat(reasons(open(ClassKind.CLASS, null, "А", null)))
                .contains(new Refusal("grade", "organization.classes.grade.out-of-range"));
        assertThat(reasons(open(ClassKind.CLASS, 12, "А", null)))
                .contains(new Refusal("grade", "organization.classes.grade.out-of-range"));
        assertThat(reasons(open(ClassKind.CLASS, 5, "A", null)))
                .containsExactly(new Refusal("letter", "organization.classes.letter.bad"));
        assertThat(reasons(open(ClassKind.GROUP, 5, "А", " ")))
                .extracting(Refusal::code)
                .containsExactly(
                        "organization.classes.grade.none",
                        "organization.classes.letter.none",
                        "organization.classes.name.bad");
        assertThatThrownBy(() -> insertClass("CLASS", null, "А", "А")).hasMessageContaining("ck_classes_grade");
        assertThatThrownBy(() -> insertClass("CLASS", 12, "А", "12А")).hasMessageContaining("ck_classes_grade");
        assertThatThrownBy(() -> insertClass("GROUP", 5, null, "Ромашка")).hasMessageContaining("ck_classes_grade");
        assertThatThrownBy(() -> insertClass("GROUP", null, "А", "Ромашка")).hasMessageContaining("ck_classes_letter");
        assertThatThrownBy(() -> insertClass("CLASS", 5, "A", "5A")).hasMessageContaining("ck_classes_letter");
        assertThatThrownBy(() -> insertClass("CLASS", 5, "А", "6А")).hasMessageContaining("ck_classes_label");
        assertThatThrownBy(() -> insertClass("CIRCLE", null, null, "Хор")).hasMessageContaining("ck_classes_kind");
    }

    @Test
    void profileAndCapacityAreChangedOnceAtATime() {
        var id = done(open(ClassKind.CLASS, 10, "А", null));
        done(in(school, () -> classes.change(id, 0, null, " технологический ", 25)));
        assertThat(in(school, () -> classes.find(id))).hasValueSatisfying(changed -> {
            assertThat(changed.label()).isEqualTo("10А");
            assertThat(changed.profile()).isEqualTo("технологический");
            assertThat(changed.capacity()).isEqualTo(25);
        });
        assertThat(in(school, () -> classes.change(id, 0, null, null, 30))).isInstanceOf(Outcome.Stale.class);
        assertThat(reasons(in(school, () -> classes.change(id, 1, null, "п".repeat(121), 0))))
                .extracting(Refusal::field)
                .containsExactly("profile", "capacity");
        assertThatThrownBy(() -> rows.update("update organization.classes set capacity = 0 where id = ?", id))
                .hasMessageContaining("ck_classes_capacity");
        assertThatThrownBy(() -> rows.update("update organization.classes set profile = '' where id = ?", id))
                .hasMessageContaining("ck_classes_profile");
    }

    @Test
    void aClassIsClosedOnceAndWithItsSubgroups() {
        var id = done(open(ClassKind.CLASS, 10, "А", null));
        done(in(school, () -> subgroups.add(id, null, "Группа 1")));
        assertThat(in(school, () -> classes.close(id, 7))).isInstanceOf(Outcome.Stale.class);
        done(in(school, () -> classes.close(id, 0)));
        assertThat(in(school, () -> classes.find(id))).isEmpty();
    }

    @Test
    void aClassThatHadPupilsIsClosedOnADayOnceNobodyIsInIt() {
        var today = organizations.today(school.id());
        var year = in(school, () -> years.on(school.id(), today))
                .map(SchoolYear::id)
                .orElse(this.year);
        var id = done(in(school, () -> classes.open(new NewClass(year, ClassKind.CLASS, 4, "Ю", null, null, null))));
        var enrollment = UUID.randomUUID();
        rows.update("""
                with person as (insert into people.persons (id, family, given)
                        values (gen_random_uuid(), 'Закрытов', 'Лев') returning id),
                    pupil as (insert into people.pupils (id, organization_id, person_id, admitted_on)
                        select gen_random_uuid(), ?, id, '2020-09-01' from person returning id, person_id)
                insert into students.enrollments (id, organization_id, pupil_id, person_id, school_year_id, year_starts_on,
                    year_ends_on, class_id, class_kind, sequence, from_on, entry_ground)
                select ?, c.organization_id, u.id, u.person_id, y.id, y.starts_on, y.ends_on, c.id, c.kind, 1,
                    y.starts_on, 'FIRST_LOADING'
                from pupil u, organization.classes c join organization.school_years y on y.id = c.school_year_id
                where c.id = ?""", school.id(), enrollment, id);
        assertThat(codes(in(school, () -> classes.close(id, 0)))).containsExactly("organization.classes.close.in-use");
        rows.update("update students.enrollments set to_on = from_on where id = ?", enrollment);
        done(in(school, () -> classes.close(id, 0)));
        assertThat(in(school, () -> classes.find(id)))
                .map(SchoolClass::closedOn)
                .contains(today);
        assertThat(in(school, () -> classes.find(id)).orElseThrow().isOpenOn(today))
                .isFalse();
        assertThat(in(school, () -> classes.close(id, 1))).isInstanceOf(Outcome.Stale.class);
    }

    @Test
    void termsKeepTheActTheyWereSetBy() {
        plan(new TermPlan(TermScheme.HALF_YEAR, 10, 11, HALVES, "приказ № 112"));
        assertThat(in(school, () -> terms.of(year, 10))).extracting(Term::basis).containsOnly("приказ № 112");
        plan(new TermPlan(TermScheme.HALF_YEAR, 10, 11, HALVES, "приказ № 130"));
        assertThat(in(school, () -> terms.of(year, 10))).extracting(Term::basis).containsOnly("приказ № 130");
    }

    @Test
    void whatAnOrganizationPutsChildrenTogetherInDependsOnItsType() {
        var kindergarten = registered(OrganizationType.KINDERGARTEN);
        var centre = registered(OrganizationType.EXTRACURRICULAR);
        assertThat(codes(openIn(kindergarten, ClassKind.CLASS, 1, null)))
                .contains("organization.classes.kind.not-here");
        assertThat(codes(openIn(kindergarten, ClassKind.GROUP, null, "Ромашка")))
                .isEmpty();
        assertThat(codes(openIn(centre, ClassKind.GROUP, null, "Ромашка")))
                .containsExactly("organization.classes.kind.not-here");
        assertThat(codes(openIn(centre, ClassKind.ASSOCIATION, null, "Хор"))).isEmpty();
    }

    @Test
    void theReferenceSizeOfAClassIsTakenOnce() {
        var id = done(open(ClassKind.CLASS, 10, "А", null));
        rows.update("update organization.classes set reference_size = 24 where id = ?", id);
        rows.update("update organization.classes set reference_size = 24 where id = ?", id);
        assertThatThrownBy(() -> rows.update("update organization.classes set reference_size = 25 where id = ?", id))
                .hasMessageContaining("taken once");
        assertThatThrownBy(() -> rows.update("update organization.classes set reference_size = null where id = ?", id))
                .hasMessageContaining("taken once");
        assertThatThrownBy(() -> rows.update(
                        "update organization.school_years set reference_on = '2027-09-20' where id = ?", year))
                .hasMessageContaining("ck_school_years_reference_on");
    }

    @Test
    void aClassPartsAndComesTogetherInTheFollowingYear() {
        var next = openNextYear();
        var fifthA = done(open(ClassKind.CLASS, 5, "А", null));
        var fifthB = done(open(ClassKind.CLASS, 5, "Б", null));
        var sixthA = done(openIn(school, next, ClassKind.CLASS, 6, "А", null));
        var sixthB = done(openIn(school, next, ClassKind.CLASS, 6, "Б", null));
        done(in(school, () -> links.link(fifthA, sixthA)));
        done(in(school, () -> links.link(fifthA, sixthB)));
        done(in(school, () -> links.link(fifthB, sixthB)));
        done(in(school, () -> links.link(fifthB, sixthB)));
        assertThat(in(school, () -> links.from(year)))
                .containsExactly(
                        new ClassLink(fifthA, sixthA), new ClassLink(fifthA, sixthB), new ClassLink(fifthB, sixthB));
        done(in(school, () -> links.unlink(fifthA, sixthB)));
        assertThat(in(school, () -> links.from(year))).hasSize(2);
    }

    @Test
    void aClassGoesOnOnlyInTheNextGradeOfTheFollowingYear() {
        var next = openNextYear();
        var fifth = done(open(ClassKind.CLASS, 5, "А", null));
        var group = done(open(ClassKind.GROUP, null, null, "Ромашка"));
        var sameYear = done(open(ClassKind.CLASS, 6, "А", null));
        var seventh = done(openIn(school, next, ClassKind.CLASS, 7, "А", null));
        var circle = done(openIn(school, next, ClassKind.ASSOCIATION, null, null, "Хор"));
        assertRefusedTwice(fifth, sameYear, "organization.links.not-following");
        assertRefusedTwice(seventh, fifth, "organization.links.not-following");
        assertRefusedTwice(fifth, seventh, "organization.links.other-grade");
        assertRefusedTwice(fifth, circle, "organization.links.other-kind");
        assertRefusedTwice(group, circle, "organization.links.other-kind");
    }

    @Test
    void aSubgroupIsNamedOnceInItsSubject() {
        var fifth = done(open(ClassKind.CLASS, 5, "А", null));
        var english = done(in(school, () -> subjects.add(school.id(), "Английский язык", "Англ.")));
        var first = done(in(school, () -> subgroups.add(fifth, english, "Группа 1")));
        done(in(school, () -> subgroups.add(fifth, null, "Группа 1")));
        assertThat(reasons(in(school, () -> subgroups.add(fifth, english, "группа 1"))))
                .containsExactly(new Refusal("name", "organization.subgroups.name.taken"));
        assertThat(reasons(in(school, () -> subgroups.add(fifth, null, " группа 1 "))))
                .containsExactly(new Refusal("name", "organization.subgroups.name.taken"));
        assertThat(reasons(in(school, () -> subgroups.add(fifth, null, " "))))
                .containsExactly(new Refusal("name", "organization.subgroups.name.bad"));
        assertThatThrownBy(() -> insertSubgroup(fifth, english, "группа 1"))
                .hasMessageContaining("uq_subgroups_class_id_subject_id_name");
        assertThatThrownBy(() -> insertSubgroup(fifth, null, "группа 1"))
                .hasMessageContaining("uq_subgroups_class_id_subject_id_name");
        assertThatThrownBy(() -> insertSubgroup(fifth, null, "")).hasMessageContaining("ck_subgroups_name");
        done(in(school, () -> subgroups.rename(first, 0, "Сильная группа")));
        assertThat(in(school, () -> subgroups.remove(first, 0))).isInstanceOf(Outcome.Stale.class);
        done(in(school, () -> subgroups.remove(first, 1)));
        assertThat(in(school, () -> subgroups.of(fifth))).hasSize(1);
    }

    @Test
    void aSubgroupBelongsToASubjectOfItsOwnSchool() {
        var neighbour = new TestOrganizations(organizations).school(office);
        var fifth = done(open(ClassKind.CLASS, 5, "А", null));
        var foreign = done(in(neighbour, () -> subjects.add(neighbour.id(), "Физика", "Физика")));
        assertThat(reasons(in(school, () -> subgroups.add(fifth, foreign, "Группа 1"))))
                .containsExactly(new Refusal("subjectId", "organization.subgroups.subject.unknown"));
        assertThatThrownBy(() -> insertSubgroup(fifth, foreign, "Группа 1"))
                .hasMessageContaining("fk_subgroups_subject_id");
    }

    @Test
    void anotherSchoolSeesAndChangesNothing() {
        var neighbour = new TestOrganizations(organizations).school(office);
        var fifth = done(open(ClassKind.CLASS, 5, "А", null));
        assertThat(in(neighbour, () -> years.find(year))).isEmpty();
        assertThat(in(neighbour, () -> years.on(school.id(), SEPTEMBER))).isEmpty();
        assertThat(in(neighbour, () -> classes.find(fifth))).isEmpty();
        assertThat(in(neighbour, () -> classes.ofYear(year))).isEmpty();
        assertThatThrownBy(() -> in(neighbour, () -> classes.change(fifth, 0, null, null, 1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> in(neighbour, () -> subjects.add(school.id(), "Физика", "Ф")))
                .rootCause()
                .hasMessageContaining("row-level security");
    }

    @Test
    void everyChangeIsAudited() {
        done(open(ClassKind.CLASS, 5, "А", null));
        assertThat(rows.queryForList(
                        "select action from audit.entries where organization_id = ? order by id",
                        String.class,
                        school.id()))
                .containsExactly(
                        "organization.organization-registered",
                        "organization.school-year-opened",
                        "organization.class-opened");
    }

    private void assertRefusedTwice(UUID from, UUID to, String code) {
        assertThat(reasons(in(school, () -> links.link(from, to)))).containsExactly(new Refusal("toClassId", code));
        assertThatThrownBy(() -> rows.update(
                        "insert into organization.class_links (from_class_id, to_class_id, organization_id) values (?, ?, ?)",
                        from,
                        to,
                        school.id()))
                .hasMessageContaining("in the following year");
    }

    private UUID openNextYear() {
        return done(opened(LocalDate.of(2027, 9, 1), LocalDate.of(2028, 8, 31)));
    }

    private Outcome opened(LocalDate startsOn, LocalDate endsOn) {
        return in(school, () -> years.open(new NewSchoolYear(school.id(), startsOn, endsOn)));
    }

    private Outcome open(ClassKind kind, @Nullable Integer grade, @Nullable String letter, @Nullable String name) {
        return openIn(school, year, kind, grade, letter, name);
    }

    private Outcome openIn(
            Organization keeper,
            UUID schoolYear,
            ClassKind kind,
            @Nullable Integer grade,
            @Nullable String letter,
            @Nullable String name) {
        return in(keeper, () -> classes.open(new NewClass(schoolYear, kind, grade, letter, name, null, null)));
    }

    private Outcome openIn(Organization keeper, ClassKind kind, @Nullable Integer grade, @Nullable String name) {
        var opened = in(keeper, () -> years.on(keeper.id(), SEPTEMBER)).map(SchoolYear::id);
        var schoolYear = opened.orElseGet(() ->
                done(in(keeper, () -> years.open(new NewSchoolYear(keeper.id(), SEPTEMBER, AUGUST)))));
        return openIn(keeper, schoolYear, kind, grade, null, name);
    }

    private NewClass draft(int grade, String letter) {
        return new NewClass(year, ClassKind.CLASS, grade, letter, null, null, null);
    }

    private Organization registered(OrganizationType type) {
        var code = "keeper-" + UUID.randomUUID().toString().substring(0, 8);
        var added = new NewOrganization(
                code,
                type,
                "Учреждение",
                "Учреждение",
                "г. Приморск",
                office.code(),
                school.zone(),
                new Requisites(null, null, null, "Директор"));
        return organizations.require(Acting.as(Actor.PRODUCT, () -> organizations.register(added)));
    }

    private void plan(TermPlan plan) {
        done(planned(plan));
    }

    private Outcome planned(TermPlan plan) {
        return in(school, () -> terms.plan(year, version(), plan));
    }

    private long version() {
        return in(school, () -> years.find(year)).orElseThrow().version();
    }

    private static List<Period> quarters(LocalDate firstEnds) {
        return List.of(
                new Period(SEPTEMBER, firstEnds),
                new Period(firstEnds.plusDays(8), LocalDate.of(2026, 12, 28)),
                new Period(LocalDate.of(2027, 1, 11), LocalDate.of(2027, 3, 24)),
                new Period(LocalDate.of(2027, 4, 2), LocalDate.of(2027, 5, 26)));
    }

    private void insertTerm(String scheme, int number, int from, int to, String startsOn, String endsOn) {
        rows.update(TERM, scheme, number, from, to, startsOn, endsOn, year);
    }

    private void insertSubject(String code, String name) {
        rows.update(
                "insert into organization.subjects (id, organization_id, code, name, short_name) values (gen_random_uuid(), ?, ?, ?, 'Ф')",
                school.id(),
                code,
                name);
    }

    private void insertClass(String kind, @Nullable Integer grade, @Nullable String letter, String label) {
        rows.update(CLASS, kind, grade, letter, label, year);
    }

    private void insertSubgroup(UUID classId, @Nullable UUID subjectId, String name) {
        rows.update(
                "insert into organization.subgroups (id, organization_id, class_id, subject_id, name) values (gen_random_uuid(), ?, ?, ?, ?)",
                school.id(),
                classId,
                subjectId,
                name);
    }

    private <T> T in(Organization keeper, Supplier<T> act) {
        return Acting.as(Actor.person(UUID.randomUUID(), keeper.id(), Set.of(keeper.id())), act);
    }

    private static UUID done(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return ((Outcome.Done) outcome).id();
    }

    private static List<Refusal> reasons(Outcome outcome) {
        return outcome instanceof Outcome.Refused refused ? refused.reasons() : List.of();
    }

    private static List<String> codes(Outcome outcome) {
        return reasons(outcome).stream().map(Refusal::code).toList();
    }
}
