package school.chancery.orders.web;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.validation.Errors;
import org.springframework.web.multipart.MultipartFile;
import school.chancery.documents.Upload;
import school.chancery.documents.UploadCheck;
import school.chancery.documents.UploadKind;

/** Files handed in with the forms of orders. */
@Component
class OrderScans {
    private static final Set<UploadKind> PAPER = Set.of(UploadKind.PDF, UploadKind.JPEG, UploadKind.PNG);

    private final UploadCheck uploads;

    OrderScans(UploadCheck uploads) {
        this.uploads = uploads;
    }

    /** A scan of a paper; null with the fault told when it is missing or not good. */
    Upload.@Nullable Accepted paper(@Nullable MultipartFile file, String field, Errors faults) {
        return accepted(uploads.check(file, PAPER), field, faults);
    }

    /** A detached signature; null with the fault told when it cannot be one. */
    Upload.@Nullable Accepted signature(@Nullable MultipartFile file, String field, Errors faults) {
        return accepted(uploads.check(file, Set.of(UploadKind.SIGNATURE)), field, faults);
    }

    private static Upload.@Nullable Accepted accepted(Upload upload, String field, Errors faults) {
        if (upload instanceof Upload.Accepted accepted) return accepted;
        var refused = (Upload.Refused) upload;
        faults.rejectValue(field, refused.messageKey(), refused.arguments().toArray(), refused.messageKey());
        return null;
    }
}
