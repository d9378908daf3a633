package school.chancery.students.domain;

import org.springframework.stereotype.Component;
import school.chancery.people.PersonMention;

/** Who is to be enrolled, and who asked for it, are named before they are anybody here. */
@Component
class AdmissionMentions implements PersonMention {
    @Override
    public String personIds() {
        return "select person_id from students.admissions where organization_id = :organization and person_id is not null"
                + " union all select guardian_person_id from students.admissions"
                + " where organization_id = :organization and guardian_person_id is not null";
    }
}
