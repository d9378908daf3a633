package school.chancery.exchange.web;

import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import school.chancery.exchange.ImportKind;
import school.chancery.exchange.domain.FaultList.Fault;
import school.chancery.exchange.domain.Import;

/** Faults as a person reads them, beside the file open in their own program. */
@Component
class FaultTexts {
    private final MessageSource messages;

    FaultTexts(MessageSource messages) {
        this.messages = messages;
    }

    /** @param letter of the column in the file; empty when the file has no such column */
    record Line(int row, String letter, String column, String reason, boolean warning) {}

    Line line(Import of, ImportKind kind, Fault fault) {
        return new Line(fault.row(), fault.letter(), column(of, kind, fault), reason(fault), fault.isWarning());
    }

    // By the heading of their own file, if it has one.
    private String column(Import of, ImportKind kind, Fault fault) {
        var position = fault.position();
        var heading = position == null || position >= of.headings().size()
                ? ""
                : of.headings().get(position);
        if (!heading.isEmpty() || fault.column() == null) return heading;
        return text(kind.textPrefix() + ".column." + fault.column(), List.of());
    }

    private String reason(Fault fault) {
        return text(fault.reason(), fault.arguments());
    }

    private String text(String key, List<Object> arguments) {
        return messages.getMessage(key, arguments.toArray(), LocaleContextHolder.getLocale());
    }
}
