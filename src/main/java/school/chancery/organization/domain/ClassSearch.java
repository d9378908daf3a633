package school.chancery.organization.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import school.chancery.organization.ClassSizes;

/** Lists for the pages of a school's register, a page at a time. */
@Service
@Transactional(readOnly = true)
public class ClassSearch {
    private static final String CLASSES = """
            select c.id, c.kind, c.grade, c.label, c.profile, c.capacity, c.reference_size, c.closed_on,
                (select count(*) from organization.subgroups g where g.class_id = c.id) as subgroups,
                (select string_agg(t.label, ', ' order by t.label) from organization.class_links l
                    join organization.classes t on t.id = l.to_class_id where l.from_class_id = c.id) as goes_on
            from organization.classes c where c.school_year_id = ?
            order by c.grade nulls last, c.kind desc, c.label, c.id limit ? offset ?
            """;
    private static final String SUBGROUPS = """
            select g.id, g.class_id, c.label, s.name as subject, g.name, g.version
            from organization.subgroups g join organization.classes c on c.id = g.class_id
            left join organization.subjects s on s.id = g.subject_id
            where c.school_year_id = ? order by c.grade nulls last, c.label, s.name nulls first, g.name, g.id
            limit ? offset ?
            """;

    private final JdbcClient jdbc;
    private final ObjectProvider<ClassSizes> sizes;

    ClassSearch(JdbcClient jdbc, ObjectProvider<ClassSizes> sizes) {
        this.jdbc = jdbc;
        this.sizes = sizes;
    }

    /** The classes of a year by grade and label, then groups and associations. */
    public Page<ClassLine> classes(UUID schoolYearId, Pageable page) {
        return new PageImpl<>(
                list(CLASSES, ClassLine.class, schoolYearId, page),
                page,
                count("select count(*) from organization.classes where school_year_id = ?", schoolYearId));
    }

    /** The subgroups of all classes of a year. */
    public Page<SubgroupLine> subgroups(UUID schoolYearId, Pageable page) {
        var count = """
                select count(*) from organization.subgroups g join organization.classes c on c.id = g.class_id
                where c.school_year_id = ?
                """;
        return new PageImpl<>(
                list(SUBGROUPS, SubgroupLine.class, schoolYearId, page), page, count(count, schoolYearId));
    }

    /** How many are in the classes of the year on the day; empty when nobody keeps enrolments. */
    public Map<UUID, Integer> sizes(UUID schoolYearId, LocalDate day) {
        var known = sizes.getIfAvailable();
        return known == null ? Map.of() : known.on(List.of(schoolYearId), day);
    }

    private <T> List<T> list(String sql, Class<T> line, UUID schoolYearId, Pageable page) {
        return jdbc.sql(sql)
                .params(schoolYearId, page.getPageSize(), page.getOffset())
                .query(line)
                .list();
    }

    private long count(String sql, UUID schoolYearId) {
        return jdbc.sql(sql).param(schoolYearId).query(Long.class).single();
    }
}
