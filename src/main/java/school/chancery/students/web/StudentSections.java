package school.chancery.students.web;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import school.chancery.students.domain.Admissions;
import school.chancery.students.domain.PlaceRequests;
import school.chancery.students.domain.PlaceSearches;
import school.chancery.students.domain.TransferWords;
import school.chancery.students.domain.Transfers;
import school.chancery.students.process.EnrolNewcomerProcess;
import school.chancery.students.process.FindPlaceProcess;
import school.chancery.students.process.ReceiveStudentProcess;
import school.chancery.students.process.TransferStudentProcess;
import school.chancery.workflow.CaseSection;

/** What the case page shows of a transfer, a request for a place or a search for one. */
@Component
class StudentSections implements CaseSection {
    private final Transfers transfers;
    private final PlaceRequests requests;
    private final PlaceSearches searches;
    private final Admissions admissions;
    private final TransferCards transferCards;
    private final PlaceRequestCards requestCards;
    private final TransferWords words;

    StudentSections(
            Transfers transfers,
            PlaceRequests requests,
            PlaceSearches searches,
            Admissions admissions,
            TransferCards transferCards,
            PlaceRequestCards requestCards,
            TransferWords words) {
        this.transfers = transfers;
        this.requests = requests;
        this.searches = searches;
        this.admissions = admissions;
        this.transferCards = transferCards;
        this.requestCards = requestCards;
        this.words = words;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<View> of(String processKey, UUID businessKey) {
        return switch (processKey) {
            case TransferStudentProcess.KEY -> transfer(businessKey);
            case ReceiveStudentProcess.KEY -> request(businessKey);
            case FindPlaceProcess.KEY -> search(businessKey);
            case EnrolNewcomerProcess.KEY -> admission(businessKey);
            default -> Optional.empty();
        };
    }

    private Optional<View> transfer(UUID id) {
        return transfers
                .find(id)
                .map(found -> new View("students/sections :: transfer", Map.of("card", transferCards.of(found))));
    }

    private Optional<View> request(UUID id) {
        return requests.find(id)
                .map(found -> new View("students/sections :: request", Map.of("card", requestCards.of(found))));
    }

    private Optional<View> admission(UUID id) {
        return admissions.find(id).map(found -> new View("students/sections :: admission", Map.of("admission", found)));
    }

    private Optional<View> search(UUID id) {
        return searches.find(id)
                .map(found -> new View(
                        "students/sections :: search",
                        Map.of(
                                "search", found,
                                "from", words.school(found.sendingOrganizationId()),
                                "refused", words.schools(searches.refused(found)))));
    }
}
