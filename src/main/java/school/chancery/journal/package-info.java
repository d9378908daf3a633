/**
 * What pupils have learnt: the marks of the year, the final examinations, debts and what the parents choose when a debt is
 * not made good. The daily journal will feed the same tables.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "students",
            "exchange",
            "people",
            "orders",
            "workflow",
            "identity",
            "organization",
            "documents",
            "audit"
        })
package school.chancery.journal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
