package school.chancery.people.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import school.chancery.people.StaffMember;

/** Employees of an organization by a piece of their name or position, a page at a time. */
@Service
@Transactional(readOnly = true)
public class StaffSearch {
    private static final String MATCHING =
            " and translate(concat_ws(' ', p.family, p.given, p.patronymic, s.position), 'ёЁ', 'еЕ') ilike :pattern";

    private final JdbcClient jdbc;

    StaffSearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param text any text, also empty; ё and е are alike, % and _ mean themselves */
    public Page<StaffMember> employed(UUID organizationId, LocalDate on, String text, Pageable page) {
        var pattern = "%" + text.strip().replace('ё', 'е').replace('Ё', 'Е').replaceAll("([\\\\%_])", "\\\\$1") + "%";
        return new PageImpl<>(members(organizationId, on, pattern, page), page, count(organizationId, on, pattern));
    }

    private List<StaffMember> members(UUID organizationId, LocalDate on, String pattern, Pageable page) {
        return jdbc.sql(StaffRegister.MEMBERS
                        + StaffRegister.EMPLOYED
                        + MATCHING
                        + StaffRegister.BY_NAME
                        + " limit :size offset :start")
                .param("organization", organizationId)
                .param("day", on)
                .param("pattern", pattern)
                .param("size", page.getPageSize())
                .param("start", page.getOffset())
                .query(StaffRegister::member)
                .list();
    }

    private long count(UUID organizationId, LocalDate on, String pattern) {
        return jdbc.sql("select count(*) from people.staff s join people.persons p on p.id = s.person_id"
                        + StaffRegister.EMPLOYED
                        + MATCHING)
                .param("organization", organizationId)
                .param("day", on)
                .param("pattern", pattern)
                .query(Long.class)
                .single();
    }
}
