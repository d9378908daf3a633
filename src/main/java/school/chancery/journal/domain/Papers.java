package school.chancery.journal.domain;

import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;
import school.chancery.documents.Documents;
import school.chancery.documents.NewDocument;
import school.chancery.journal.DebtPause;
import school.chancery.journal.DebtPauses;
import school.chancery.journal.DebtPauses.PauseAnswer;

/** Scans that come with a pause or a choice: kept with it or not at all. */
@Service
@Transactional
public class Papers {
    private final Documents documents;
    private final DebtPauses pauses;
    private final JdbcClient jdbc;

    Papers(Documents documents, DebtPauses pauses, JdbcClient jdbc) {
        this.documents = documents;
        this.pauses = pauses;
        this.jdbc = jdbc;
    }

    public PauseAnswer pause(Function<@Nullable UUID, DebtPause> pause, @Nullable NewDocument scan) {
        var answer = pauses.record(
                pause.apply(scan == null ? null : documents.store(scan).id()));
        if (answer != PauseAnswer.DONE)
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
        return answer;
    }

    /** Whether the document is one of the journal's. */
    @Transactional(readOnly = true)
    public boolean has(UUID documentId) {
        return jdbc.sql("select exists (select from journal.debt_pauses where document_id = :document)"
                        + " or exists (select from journal.parents_choices where document_id = :document)")
                .param("document", documentId)
                .query(Boolean.class)
                .single();
    }
}
