package school.chancery.identity.web;

import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.ModelAndView;

/** Two at once, files beyond the limit, and uploads that arrive broken: no bug, so no error page but the reason and what to do. */
@ControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class Conflicts {
    private static final Logger LOG = LoggerFactory.getLogger(Conflicts.class);

    @ExceptionHandler({OptimisticLockingFailureException.class, DuplicateKeyException.class})
    @ResponseStatus(HttpStatus.CONFLICT)
    String late(Exception conflict) {
        LOG.info(
                "Two changes at once, the later one is refused: {}",
                conflict.getClass().getSimpleName());
        return "error/409";
    }

    @ExceptionHandler
    @ResponseStatus(HttpStatus.PAYLOAD_TOO_LARGE)
    String tooLarge(MaxUploadSizeExceededException refused, HttpServletResponse response) {
        // The rest of the upload is not read: the connection cannot be used again.
        response.setHeader("Connection", "close");
        return "error/413";
    }

    /** An upload cut off, or one that does not say where its parts begin. */
    @ExceptionHandler
    ModelAndView broken(MultipartException refused) {
        return new ModelAndView("error/4xx", HttpStatus.BAD_REQUEST);
    }
}
