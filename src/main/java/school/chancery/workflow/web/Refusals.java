package school.chancery.workflow.web;

import jakarta.servlet.http.HttpServletResponse;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;
import school.chancery.workflow.StartRefusedException;
import school.chancery.workflow.TaskNotFoundException;
import school.chancery.workflow.TaskNotOpenException;

/** What may happen to any form, said in a friendly page: no such task, too late, another was first, database away. */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class Refusals {
    private static final String SECONDS_UNTIL_NEXT_TRY = "15";

    @ExceptionHandler(TaskNotFoundException.class)
    ModelAndView notFound() {
        return page(HttpStatus.NOT_FOUND);
    }

    @ExceptionHandler(StartRefusedException.class)
    ModelAndView forbidden() {
        return page(HttpStatus.FORBIDDEN);
    }

    @ExceptionHandler({TaskNotOpenException.class, ConcurrencyFailureException.class, OptimisticLockingException.class})
    ModelAndView overtaken() {
        return page(HttpStatus.CONFLICT);
    }

    @ExceptionHandler({
        CannotCreateTransactionException.class,
        CannotGetJdbcConnectionException.class,
        DataAccessResourceFailureException.class
    })
    ModelAndView away(HttpServletResponse response) {
        response.setHeader(HttpHeaders.RETRY_AFTER, SECONDS_UNTIL_NEXT_TRY);
        return page(HttpStatus.SERVICE_UNAVAILABLE);
    }

    private static ModelAndView page(HttpStatus status) {
        return new ModelAndView("error/" + status.value(), status);
    }
}
