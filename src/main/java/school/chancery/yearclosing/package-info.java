/** Closing a school year: outcomes of the pupils, the council's decision, the orders, the classes of the next year. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "journal",
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
package school.chancery.yearclosing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
