package school.chancery.students.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import school.chancery.documents.PdfRenderer;
import school.chancery.organization.DocumentLanguage;
import school.chancery.organization.Organizations;
import school.chancery.organization.SchoolClass;
import school.chancery.organization.SchoolYear;
import school.chancery.people.BlockedPersons;
import school.chancery.students.ClassMember;
import school.chancery.students.Enrollments;

/** Books and lists on paper, made whenever somebody asks for them. */
@Service
@Transactional(readOnly = true)
public class Prints {

    private final MovementBook book;
    private final AlphabetBook alphabet;
    private final Enrollments enrollments;
    private final Organizations organizations;
    private final TransferWords words;
    private final PdfRenderer renderer;
    private final BlockedPersons blocked;

    Prints(
            MovementBook book,
            AlphabetBook alphabet,
            Enrollments enrollments,
            Organizations organizations,
            TransferWords words,
            PdfRenderer renderer,
            BlockedPersons blocked) {
        this.book = book;
        this.alphabet = alphabet;
        this.enrollments = enrollments;
        this.organizations = organizations;
        this.words = words;
        this.renderer = renderer;
        this.blocked = blocked;
    }

    public byte[] movements(MovementBook.Wanted wanted, SchoolYear year) {
        var lines = new ArrayList<MovementBook.Line>();
        book.each(wanted, lines::add);
        var title = words.text("students.book.print-title", year.label());
        return render("students/print/movements", title, wanted.organizationId(), Map.of("lines", lines));
    }

    public byte[] alphabetBook(AlphabetBook.Wanted wanted) {
        var entries = new ArrayList<AlphabetBook.Entry>();
        alphabet.each(wanted, entries::add);
        var title = words.text("students.alphabet.print-title", TransferWords.date(wanted.day()));
        return render("students/print/alphabet-book", title, wanted.organizationId(), Map.of("entries", entries));
    }

    public byte[] classList(SchoolClass of, LocalDate day) {
        var members =
                shown(of, enrollments.inClass(of.id(), day, Pageable.unpaged()).getContent());
        var title = words.text("students.class.print-title", of.label(), TransferWords.date(day));
        return render("students/print/class", title, of.organizationId(), Map.of("members", members));
    }

    /** Whoever's data are blocked is on no list that leaves the house (152-ФЗ ст. 21). */
    public List<ClassMember> shown(SchoolClass of, List<ClassMember> members) {
        var hidden = blocked.among(
                of.organizationId(), members.stream().map(ClassMember::personId).toList());
        return members.stream()
                .filter(member -> !hidden.contains(member.personId()))
                .toList();
    }

    private byte[] render(String template, String title, UUID organizationId, Map<String, List<?>> rows) {
        var model = new HashMap<String, Object>(rows);
        model.put("title", title);
        model.put("organization", organizations.require(organizationId));
        return renderer.render(template, title, model, DocumentLanguage.RUSSIAN);
    }
}
