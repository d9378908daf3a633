package school.chancery.exchange;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import school.chancery.identity.Role;

/**
 * One kind of table that can be loaded, a bean of the module that owns the rows. The engine reads the file, checks the
 * cells and keeps them; the kind checks and applies them as sets, in SQL (see {@link ImportRun}).
 */
public interface ImportKind {
    /** In kebab case; part of addresses. */
    String code();

    /** Who may load it. */
    Set<Role> roles();

    /** Where it stands among the kinds: what others refer to comes first. */
    int order();

    /**
     * Where its texts begin: {@code <prefix>.title}, {@code <prefix>.help}, {@code <prefix>.column.<code>} and
     * {@code <prefix>.column.<code>.hint}.
     */
    String textPrefix();

    /** In the order of the template. */
    List<ImportColumn> columns();

    /** Rows of a file as it should look, made up; in the order of the columns. */
    List<List<String>> examples();

    /** Looks at one row as a whole, after its cells were read: parts a full name, asks for one of two. */
    default void complete(ImportRow row) {}

    /**
     * Finds what cannot be loaded ({@link ImportRun#fault}) and marks the rows the register has already: their outcome
     * becomes SAME or CHANGED and their target the row found. Runs at the dry run and again when it is applied.
     */
    void check(ImportRun run);

    /** Puts the rows into the register; everything is checked, in this very transaction. */
    void apply(ImportRun run);

    /** Takes NEW rows out again and gives CHANGED ones back what they had. */
    void undo(ImportRun run);

    /** Why it cannot be undone, a message key: something else refers to the rows, or somebody has changed them. */
    default Optional<String> obstacle(ImportRun run) {
        return Optional.empty();
    }
}
