package school.chancery.attacks;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import school.chancery.platform.SchoolStory;

/** What stops the clock of a debt and who signed what the parents chose: the deputy's and the director's, nobody else's. */
@Component
class JournalCanaries implements CanarySource {
    private static final Set<String> KEEPERS = Set.of("director", "deputy");

    @Override
    public List<Canary> plant(SchoolStory story) {
        var paper = "справка-" + UUID.randomUUID();
        var applicant = "заявитель-" + UUID.randomUUID();
        var pupil = story.classes().pupilIn(story.classes().open(7, "К", 25), "Канареечкин");
        story.rows()
                .sql(
                        "insert into journal.debt_pauses (id, organization_id, pupil_id, kind, from_on, to_on, paper, recorded_at,"
                                + " recorded_by) values (gen_random_uuid(), ?, ?, 'ILLNESS', '2026-10-01', '2026-10-05', ?, now(), ?)")
                .params(story.school.id(), pupil, paper, story.deputy.account().id())
                .update();
        story.rows()
                .sql(
                        "insert into journal.parents_choices (id, organization_id, pupil_id, school_year_id, choice, chosen_on,"
                                + " applicant, recorded_at, recorded_by) values (gen_random_uuid(), ?, ?, ?, 'INDIVIDUAL_PLAN',"
                                + " '2026-10-01', ?, now(), ?)")
                .params(
                        story.school.id(),
                        pupil,
                        story.classes().year(),
                        applicant,
                        story.deputy.account().id())
                .update();
        return List.of(
                new Canary("paper that stops the clock of a debt", Set.of(paper), KEEPERS),
                new Canary("who signed the parents' choice", Set.of(applicant), KEEPERS));
    }
}
