package school.chancery.students.domain;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which kept files are papers of transfers. */
@Service
@Transactional(readOnly = true)
public class TransferDocuments {
    private final JdbcClient jdbc;

    TransferDocuments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public boolean has(UUID documentId) {
        return jdbc.sql("""
                        select exists (select from students.transfers
                                where application_document_id = :id or dossier_document_id = :id)
                            or exists (select from students.place_requests
                                where application_document_id = :id or dossier_document_id = :id)
                            or exists (select from students.admissions where application_document_id = :id)
                        """).param("id", documentId).query(Boolean.class).single();
    }
}
