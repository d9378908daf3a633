package school.chancery.exchange.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import school.chancery.exchange.ListExport;
import school.chancery.exchange.domain.StructureLists;
import school.chancery.exchange.domain.StructureLists.Kind;
import school.chancery.identity.SignedIn;
import school.chancery.organization.SchoolYears;

/** The lists of classes, subjects and subgroups as files; here, because the register itself knows nothing of files. */
@Controller
@PreAuthorize("hasAnyRole('DIRECTOR', 'DEPUTY', 'COORDINATOR')")
class StructureController {
    private final StructureLists structure;
    private final SchoolYears years;
    private final ListExport lists;

    StructureController(StructureLists structure, SchoolYears years, ListExport lists) {
        this.structure = structure;
        this.years = years;
        this.lists = lists;
    }

    @GetMapping("/exchange/structure/export")
    void export(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam Kind kind,
            @RequestParam(required = false) @Nullable UUID year,
            @RequestParam ListExport.Format format,
            HttpServletResponse response) {
        if (kind != Kind.SUBJECTS && !isOwn(year, me)) throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        lists.send(
                response,
                format,
                kind.title(),
                kind.headings(),
                table -> structure.each(kind, me.organizationId(), year, table::row));
    }

    private boolean isOwn(@Nullable UUID year, SignedIn me) {
        return year != null
                && years.find(year)
                        .filter(found -> found.organizationId().equals(me.organizationId()))
                        .isPresent();
    }
}
