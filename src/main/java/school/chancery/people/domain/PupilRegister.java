package school.chancery.people.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import school.chancery.people.Pupils;

@Service
@Transactional(readOnly = true)
class PupilRegister implements Pupils {
    private final JdbcClient jdbc;

    PupilRegister(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<ClassSize> classes(UUID organizationId, LocalDate on) {
        return jdbc.sql("""
                        select class_label, count(*) as pupils from people.pupils
                        where organization_id = :organization and admitted_on <= :day
                          and (left_on is null or left_on >= :day)
                        group by class_label, grade
                        order by grade nulls last, class_label
                        """)
                .param("organization", organizationId)
                .param("day", on)
                .query((row, i) -> new ClassSize(row.getString("class_label"), row.getInt("pupils")))
                .list();
    }
}
