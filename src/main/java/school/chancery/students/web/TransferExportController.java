package school.chancery.students.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import school.chancery.exchange.ListExport;
import school.chancery.identity.SignedIn;
import school.chancery.students.domain.MissingChildren;
import school.chancery.students.domain.MissingChildren.Missing;
import school.chancery.students.domain.TransferLists;
import school.chancery.students.domain.TransferState;
import school.chancery.students.domain.TransferWords;

/** The lists of transfers as files. */
@Controller
class TransferExportController {
    private static final List<String> TRANSFERS = List.of(
            "students.fact.pupil",
            "students.fact.class",
            "students.fact.kind",
            "students.fact.to",
            "students.transfer.applied",
            "students.fact.effective",
            "students.fact.order-due",
            "students.fact.state");
    private static final List<String> CHILDREN = List.of(
            "students.fact.pupil",
            "students.fact.class",
            "students.fact.from",
            "students.fact.to",
            "students.missing.left-on",
            "students.missing.expected-by");

    private final TransferLists transfers;
    private final MissingChildren children;
    private final ListExport lists;
    private final TransferWords words;

    TransferExportController(TransferLists transfers, MissingChildren children, ListExport lists, TransferWords words) {
        this.transfers = transfers;
        this.children = children;
        this.lists = lists;
        this.words = words;
    }

    @GetMapping("/students/transfers/export")
    @PreAuthorize("hasAnyRole('DIRECTOR', 'DEPUTY', 'SECRETARY')")
    void transfers(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam ListExport.Format format,
            @RequestParam(required = false) @Nullable String state,
            HttpServletResponse response) {
        lists.send(
                response,
                format,
                "students.transfers.title",
                TRANSFERS,
                table -> transfers.each(
                        me.organizationId(),
                        TransferState.named(state),
                        line -> table.row(
                                line.pupil(),
                                line.classLabel(),
                                words.text("students.kind." + line.kind()),
                                line.destination(),
                                line.appliedOn(),
                                line.effectiveOn(),
                                line.orderDueOn(),
                                words.text("students.state." + line.state()))));
    }

    /** For an office without the names of the children. */
    @GetMapping("/students/transfers/missing/export")
    @PreAuthorize("hasAnyRole('DIRECTOR', 'DEPUTY', 'SECRETARY', 'DISTRICT_HEAD', 'DISTRICT_SPECIALIST')")
    void missing(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam ListExport.Format format,
            HttpServletResponse response) {
        send(me, format, "students.missing.title", children::eachMissing, response);
    }

    @GetMapping("/students/transfers/expected/export")
    @PreAuthorize("hasAnyRole('DIRECTOR', 'DEPUTY', 'SECRETARY')")
    void expected(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam ListExport.Format format,
            HttpServletResponse response) {
        send(me, format, "students.missing.expected", children::eachExpected, response);
    }

    private void send(
            SignedIn me,
            ListExport.Format format,
            String title,
            BiConsumer<UUID, Consumer<Missing>> list,
            HttpServletResponse response) {
        lists.send(
                response,
                format,
                title,
                CHILDREN,
                table -> list.accept(
                        me.organizationId(),
                        one -> table.row(
                                one.pupil(), one.classLabel(), one.from(), one.to(), one.leftOn(), one.expectedBy())));
    }
}
