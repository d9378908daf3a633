package school.chancery.people.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import school.chancery.people.SearchText;
import school.chancery.people.StaffMember;

/** Employees of an organization by pieces of their name, their position or the class they lead, a page at a time. */
@Service
@Transactional(readOnly = true)
public class StaffSearch {
    private static final String MATCHING = """
             and not exists (select from unnest(:patterns) word where translate(concat_ws(' ',
                p.family, p.given, p.patronymic, s.position,
                (select string_agg(c.label, ' ') from people.class_teachers t join organization.classes c on c.id = t.class_id
                 where t.staff_id = s.id and t.from_on <= :day and (t.to_on is null or t.to_on >= :day))),
                'ёЁ', 'еЕ') not ilike word)
            """;

    /** What the list may be sorted by, with its direction. */
    private static final Map<String, String> SORTINGS = Map.of(
            "name,asc", StaffRegister.BY_NAME,
            "name,desc", " order by p.family desc, p.given desc, p.patronymic desc, s.id desc",
            "position,asc", " order by s.position, p.search_name, s.id",
            "position,desc", " order by s.position desc, p.search_name, s.id",
            "hired,asc", " order by s.hired_on, p.search_name, s.id",
            "hired,desc", " order by s.hired_on desc, p.search_name, s.id");

    private final JdbcClient jdbc;

    StaffSearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param text any text, also empty; all of its words are to be found, ё and е are alike, % and _ mean themselves
     * @param sorting one of the list's own; any other is the order of names
     */
    public Page<StaffMember> employed(UUID organizationId, LocalDate on, String text, String sorting, Pageable page) {
        var patterns = SearchText.words(text);
        return new PageImpl<>(
                members(organizationId, on, patterns, sorting, page), page, count(organizationId, on, patterns));
    }

    /** All of them, one by one; a file of the list is made of it. */
    public void each(UUID organizationId, LocalDate on, String text, String sorting, Consumer<StaffMember> reader) {
        try (var all = jdbc
                .sql(StaffRegister.MEMBERS
                        + StaffRegister.EMPLOYED
                        + MATCHING
                        + SORTINGS.getOrDefault(sorting, StaffRegister.BY_NAME))
                .param("organization", organizationId)
                .param("day", on)
                .param("patterns", SearchText.words(text))
                .query(StaffRegister::member)
                .stream()) {
            all.forEach(reader);
        }
    }

    private List<StaffMember> members(
            UUID organizationId, LocalDate on, String[] patterns, String sorting, Pageable page) {
        return jdbc.sql(StaffRegister.MEMBERS
                        + StaffRegister.EMPLOYED
                        + MATCHING
                        + SORTINGS.getOrDefault(sorting, StaffRegister.BY_NAME)
                        + " limit :size offset :start")
                .param("organization", organizationId)
                .param("day", on)
                .param("patterns", patterns)
                .param("size", page.getPageSize())
                .param("start", page.getOffset())
                .query(StaffRegister::member)
                .list();
    }

    private long count(UUID organizationId, LocalDate on, String[] patterns) {
        return jdbc.sql("select count(*) from people.staff s join people.persons p on p.id = s.person_id"
                        + StaffRegister.EMPLOYED
                        + MATCHING)
                .param("organization", organizationId)
                .param("day", on)
                .param("patterns", patterns)
                .query(Long.class)
                .single();
    }
}
